namespace Huodi.Domain.Ledger.Payments;

/// <summary>Days on which the same amount was owed. The day of payment is the last; the day that begins the period is not one.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Owed">What was owed on each, 元.</param>
public sealed record OwedStretch(DateOnly From, DateOnly To, decimal Owed)
{
    /// <summary>Number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>积数, 元 × days: times a daily rate this is the interest. The rate is the contract's, never the program's.</summary>
    public decimal Base => Owed * Days;
}
