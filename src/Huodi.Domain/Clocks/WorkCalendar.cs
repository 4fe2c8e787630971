namespace Huodi.Domain.Clocks;

/// <summary>Which days are worked, by the yearly notices of the State Council. A year without a notice is not guessed.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<int> _years;
    private readonly HashSet<DateOnly> _off;
    private readonly HashSet<DateOnly> _worked;

    /// <summary>Takes what the notices say.</summary>
    /// <param name="years">Years for which there is a notice.</param>
    /// <param name="off">Days off, weekends inside them included.</param>
    /// <param name="worked">Weekend days that are worked.</param>
    public WorkCalendar(IEnumerable<int> years, IEnumerable<DateOnly> off, IEnumerable<DateOnly> worked) =>
        (_years, _off, _worked) = ([.. years], [.. off], [.. worked]);

    /// <summary>A calendar that knows no year.</summary>
    public static WorkCalendar Empty { get; } = new([], [], []);

    /// <summary>Whether the day is worked; null when there is no notice for its year.</summary>
    public bool? IsWorked(DateOnly day)
    {
        if (!_years.Contains(day.Year)) return null;
        return _worked.Contains(day) || (!_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <summary>The last day of a period that ends on the given day: the day after the days off when it falls on one (民法典 第二百零三条).</summary>
    /// <returns>The day; null when a notice is missing that would have to be known.</returns>
    public DateOnly? EndOfPeriod(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            if (IsWorked(day) is not { } worked) return null;
            if (worked) return day;
        }
    }

    /// <summary>The n-th working day behind a day, which is itself not counted (民法典 第二百零一条).</summary>
    /// <returns>The day; null when a notice is missing that would have to be known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Less than one working day.</exception>
    public DateOnly? AddWorkingDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        for (var day = start; ;)
        {
            day = day.AddDays(1);
            if (IsWorked(day) is not { } worked) return null;
            if (worked && --days == 0) return day;
        }
    }
}
