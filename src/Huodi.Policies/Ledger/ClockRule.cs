namespace Huodi.Policies.Ledger;

/// <summary>A deadline that a contract or an article sets.</summary>
/// <param name="Id">Id, for example DL-20/承诺开工.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Articles">Ids of the articles.</param>
/// <param name="Start">The fact without which the clock does not run.</param>
/// <param name="Due">The decision, or the fact, that gives the last day; with <see cref="Stages"/> the list of stages.</param>
/// <param name="IsDecision">Whether <paramref name="Due"/> is a decision.</param>
/// <param name="Done">Facts that show it is done: a date, or true.</param>
/// <param name="Settled">What has to be paid for it to be done; null when paying is not what is awaited.</param>
/// <param name="WarningMonths">Months before the last day at which it is warned of.</param>
/// <param name="WarningDays">Days before the last day at which it is warned of.</param>
/// <param name="Rolls">Whether a last day that is a day off moves to the next one worked (民法典 第二百零三条).</param>
/// <param name="Office">Who is responsible.</param>
/// <param name="Note">What follows or is doubtful; may be empty.</param>
public sealed record ClockRule(
    string Id,
    string Name,
    IReadOnlyList<string> Articles,
    string Start,
    string Due,
    bool IsDecision,
    IReadOnlyList<string> Done,
    ClockSettlement? Settled,
    IReadOnlyList<int> WarningMonths,
    IReadOnlyList<int> WarningDays,
    bool Rolls,
    string Office,
    string Note)
{
    /// <summary>Whether the decision gives a number of working days, counted behind the first day's fact, instead of a day.</summary>
    public bool InWorkingDays { get; init; }

    /// <summary>The fact whose day holds where the article does not govern the day, or null.</summary>
    public string? Agreed { get; init; }

    /// <summary>Facts of which one that is true shows that it is not done, whatever <see cref="Done"/> says.</summary>
    public IReadOnlyList<string> NotDone { get; init; } = [];

    /// <summary>Where the stages are paid, for a clock that is one for each stage; null for a single one.</summary>
    public ClockStages? Stages { get; init; }

    /// <summary>Line of the declaration, from 1.</summary>
    public int Line { get; init; }
}
