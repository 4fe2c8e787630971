namespace Huodi.Domain.Clocks;

/// <summary>Days from one to another, both ends included.</summary>
public readonly record struct DayInterval
{
    /// <summary>Takes the first and the last day.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null while the interval is still running.</param>
    /// <exception cref="DomainException">INTERVAL_REVERSED: the last day lies before the first.</exception>
    public DayInterval(DateOnly from, DateOnly? to)
    {
        if (to < from)
        {
            throw new DomainException(
                "INTERVAL_REVERSED", $"期间的止日 {to:yyyy-MM-dd} 早于起日 {from:yyyy-MM-dd}，请核对起止日期；尚未结束的期间，止日留空。");
        }

        From = from;
        To = to;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day, or null while the interval is still running.</summary>
    public DateOnly? To { get; }

    /// <summary>The last day as a date: a running interval has no end that a calendar knows.</summary>
    internal DateOnly LastDay => To ?? DateOnly.MaxValue;

    /// <summary>Whether the day lies in the interval.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= LastDay;
}
