namespace Huodi.Policies.Ledger;

/// <summary>An account: one sum that a contract or an article gives, and the entries that pay it.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Articles">Ids of the articles.</param>
/// <param name="Owed">Facts or decisions that give the sum, 元; the first that is known counts.</param>
/// <param name="Assessed">The entries by which an authority fixes the sum, or null.</param>
/// <param name="Checked">Decisions whose figure is shown beside.</param>
/// <param name="DueOnce">The fact without which nothing is owed yet, or null.</param>
/// <param name="IsDeposit">Whether what comes in is held for whoever paid it.</param>
/// <param name="Daily">How the days of damages are explained, or null.</param>
/// <param name="Base">The 积数 that the sum rests on, or null.</param>
/// <param name="Plan">The stages in which it is paid, or null.</param>
/// <param name="In">Entries that pay in.</param>
/// <param name="Out">Entries that pay out.</param>
/// <param name="Note">What is doubtful; may be empty.</param>
public sealed record MoneyRule(
    string Name,
    IReadOnlyList<string> Articles,
    IReadOnlyList<string> Owed,
    MoneyEntry? Assessed,
    IReadOnlyList<string> Checked,
    string? DueOnce,
    bool IsDeposit,
    DailyDamages? Daily,
    InterestBase? Base,
    MoneyPlan? Plan,
    IReadOnlyList<MoneyEntry> In,
    IReadOnlyList<MoneyEntry> Out,
    string Note)
{
    /// <summary>Line of the declaration, from 1.</summary>
    public int Line { get; init; }

    /// <summary>All decisions that the account asks.</summary>
    public IEnumerable<string> Decisions => Owed.Concat(Checked).Where(n => n.Contains('/', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);
}
