namespace Huodi.Domain.Ledger.Payments;

/// <summary>One instalment of the price and what was paid towards it.</summary>
/// <param name="Name">期次.</param>
/// <param name="Due">The last day to pay.</param>
/// <param name="Amount">Amount due, 元.</param>
/// <param name="Paid">What was paid towards it, by day; payments go to the instalments in the order they are due.</param>
public sealed record Instalment(string Name, DateOnly Due, decimal Amount, IReadOnlyList<(DateOnly Day, decimal Amount)> Paid)
{
    /// <summary>What is still owed, 元.</summary>
    public decimal Outstanding => Amount - Paid.Sum(p => p.Amount);

    /// <summary>The day on which it was paid in full, or null.</summary>
    public DateOnly? Settled => Outstanding == 0 && Paid.Count > 0 ? Paid[^1].Day : null;

    /// <summary>The stretches of days on which something was owed after the due day, up to a day, with what was owed.</summary>
    public IEnumerable<LateStretch> Late(DateOnly asOf)
    {
        var (from, owed) = (Due.AddDays(1), Amount - Paid.Where(p => p.Day <= Due).Sum(p => p.Amount));
        foreach (var (day, amount) in Paid.Where(p => p.Day > Due && p.Day <= asOf))
        {
            if (owed > 0 && day >= from) yield return new(from, day, owed);
            (from, owed) = (day.AddDays(1), owed - amount);
        }

        if (owed > 0 && asOf >= from) yield return new(from, asOf, owed);
    }
}
