namespace Huodi.Domain.Clocks;

/// <summary>A set of days held as intervals that neither overlap nor touch, in order. Immutable.</summary>
public sealed class DayIntervalSet
{
    /// <summary>Unites the intervals, which may come in any order and overlap.</summary>
    public DayIntervalSet(IEnumerable<DayInterval> intervals) => Intervals = Unite(intervals);

    /// <summary>The united intervals, earliest first. Only the last may still be running.</summary>
    public IReadOnlyList<DayInterval> Intervals { get; }

    /// <summary>Whether the day lies in the set.</summary>
    public bool Contains(DateOnly day) => Intervals.Any(i => i.Contains(day));

    /// <summary>The set of all days that lie in this set, in the other, or in both.</summary>
    public DayIntervalSet Union(DayIntervalSet other) => new(Intervals.Concat(other.Intervals));

    /// <summary>How many days of the set lie from one day to another, both included; 0 when the other lies before the one.</summary>
    public int CountDays(DateOnly from, DateOnly to)
    {
        var days = 0;
        foreach (var interval in Intervals)
        {
            var first = Math.Max(interval.From.DayNumber, from.DayNumber);
            var last = Math.Min(interval.LastDay.DayNumber, to.DayNumber);
            days += Math.Max(0, last - first + 1);
        }

        return days;
    }

    private static List<DayInterval> Unite(IEnumerable<DayInterval> intervals)
    {
        var united = new List<DayInterval>();
        foreach (var next in intervals.OrderBy(i => i.From))
        {
            if (united.Count > 0 && next.From.DayNumber <= united[^1].LastDay.DayNumber + 1)
            {
                var last = united[^1];
                united[^1] = next.LastDay > last.LastDay ? new DayInterval(last.From, next.To) : last;
            }
            else
            {
                united.Add(next);
            }
        }

        return united;
    }
}
