namespace Huodi.Domain.Ledger.Payments;

/// <summary>One instalment of a sum and what was paid towards it.</summary>
/// <param name="Name">期次.</param>
/// <param name="Due">The last day to pay.</param>
/// <param name="Amount">Amount due, 元.</param>
/// <param name="Paid">What was paid towards it, by day; negative where money was paid back. Money goes to the instalments in the order they are due.</param>
public sealed record Instalment(string Name, DateOnly Due, decimal Amount, IReadOnlyList<(DateOnly Day, decimal Amount)> Paid)
{
    /// <summary>What is still owed, 元.</summary>
    public decimal Outstanding
    {
        get
        {
            var owed = Amount;
            for (var i = 0; i < Paid.Count; i++) owed -= Paid[i].Amount;
            return owed;
        }
    }

    /// <summary>The day on which it was paid in full, or null.</summary>
    public DateOnly? Settled => Paid.Count > 0 && Outstanding == 0 ? Paid[^1].Day : null;

    /// <summary>The stretches of days on which something was owed after the due day, up to a day, with what was owed.</summary>
    public IEnumerable<OwedStretch> Late(DateOnly asOf) => Owed(Due.AddDays(1), asOf);

    /// <summary>The stretches of days behind a first day, up to the due day or an earlier one, on which something was still to be paid.</summary>
    /// <param name="start">The day from which interest runs; itself not counted (民法典 第二百零一条).</param>
    /// <param name="asOf">The day of the question.</param>
    public IEnumerable<OwedStretch> Running(DateOnly start, DateOnly asOf) => Owed(start.AddDays(1), asOf < Due ? asOf : Due);

    /// <summary>A payment counts from the day after it: its own day is the last on which the sum before it was owed.</summary>
    private IEnumerable<OwedStretch> Owed(DateOnly from, DateOnly to)
    {
        var owed = Amount - Paid.Where(p => p.Day < from).Sum(p => p.Amount);
        foreach (var (day, amount) in Paid.Where(p => p.Day >= from && p.Day <= to))
        {
            if (owed > 0 && day >= from) yield return new(from, day, owed);
            (from, owed) = (day.AddDays(1), owed - amount);
        }

        if (owed > 0 && to >= from) yield return new(from, to, owed);
    }
}
