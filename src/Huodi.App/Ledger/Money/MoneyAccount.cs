using Huodi.Domain.Clocks;
using Huodi.Domain.Ledger.Payments;
using Huodi.Policies.Answers;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Money;

/// <summary>One account of a subject on a day.</summary>
/// <param name="Rule">What the account is.</param>
/// <param name="Owed">What is owed in all, 元; null when it cannot be told, or nothing is owed yet.</param>
/// <param name="OwedFrom">Where that comes from, for people; empty when it is not known.</param>
/// <param name="Missing">What would tell it.</param>
/// <param name="Answers">What the articles of the place say, with the explanation or what is missing.</param>
/// <param name="Moves">What went in and out, by day.</param>
/// <param name="Plan">The stages with what was paid towards each, or null.</param>
/// <param name="Stretches">The stretches that interest rests on, by stage.</param>
/// <param name="Reckoning">Every day after the agreed one with what it does; null when there are no days, or when they are not those of the article.</param>
/// <param name="Agreed">The agreed day, or null.</param>
/// <param name="Notes">What to mind.</param>
public sealed record MoneyAccount(
    MoneyRule Rule,
    decimal? Owed,
    string OwedFrom,
    IReadOnlyList<string> Missing,
    IReadOnlyList<PolicyAnswer> Answers,
    IReadOnlyList<MoneyMove> Moves,
    PaymentAccount? Plan,
    IReadOnlyList<(string Stage, OwedStretch Stretch)> Stretches,
    DefaultReckoning? Reckoning,
    DateOnly? Agreed,
    IReadOnlyList<string> Notes)
{
    /// <summary>What went in, 元.</summary>
    public decimal In => Moves.Where(m => m.Amount > 0).Sum(m => m.Amount);

    /// <summary>What went out, 元, as a positive figure.</summary>
    public decimal Out => -Moves.Where(m => m.Amount < 0).Sum(m => m.Amount);

    /// <summary>What is held: in less out, 元.</summary>
    public decimal Held => In - Out;

    /// <summary>What is still owed, 元, negative when too much was paid; null when it is not known what is owed. A deposit that was
    /// returned was paid in full all the same.</summary>
    public decimal? Outstanding => Owed - (Rule.IsDeposit ? In : Held);
}
