namespace Huodi.Domain.Clocks;

/// <summary>Days that do not count towards a default (不计入期间), both ends included.</summary>
public sealed record ExcludedPeriod
{
    /// <summary>Takes the cause and the days.</summary>
    /// <param name="cause">Why they do not count, in the dictionary's words, for example 政府原因.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null while the cause still runs.</param>
    /// <exception cref="DomainException">INTERVAL_REVERSED: the last day lies before the first.</exception>
    public ExcludedPeriod(string cause, DateOnly from, DateOnly? to)
    {
        Cause = cause;
        Days = new DayInterval(from, to);
    }

    /// <summary>Why the days do not count.</summary>
    public string Cause { get; }

    /// <summary>The days.</summary>
    public DayInterval Days { get; }

    /// <summary>First day.</summary>
    public DateOnly From => Days.From;

    /// <summary>Last day, or null while the cause still runs.</summary>
    public DateOnly? To => Days.To;
}
