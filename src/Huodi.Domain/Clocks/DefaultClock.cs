namespace Huodi.Domain.Clocks;

/// <summary>
/// Counts the days in default (违约天数). The agreed day itself is not counted (民法典 第二百零一条). A day counts when it lies
/// after the agreed day, not after the last day reckoned, and in no excluded period; excluded periods may overlap and a day is taken
/// out once. A court's disposal that changes the holder on a day lets only later days count, against the new holder; other changes
/// of holder do nothing.
/// </summary>
public static class DefaultClock
{
    /// <summary>Counts the days.</summary>
    /// <param name="agreed">The agreed date (约定日期).</param>
    /// <param name="until">The last day reckoned: the actual date, or the day on which the question is asked.</param>
    /// <param name="excluded">Periods that do not count, in any order.</param>
    /// <param name="changes">Changes of holder, in any order.</param>
    /// <param name="courtDisposalCause">The cause that marks a court's disposal; the dictionary's 人民法院处置.</param>
    /// <returns>The days and the segments they come from; no days when <paramref name="until"/> is not after <paramref name="agreed"/>.</returns>
    public static DefaultReckoning Run(
        DateOnly agreed,
        DateOnly until,
        IReadOnlyList<ExcludedPeriod> excluded,
        IReadOnlyList<HolderChange> changes,
        string courtDisposalCause)
    {
        var reset = changes
            .Where(c => string.Equals(c.Cause, courtDisposalCause, StringComparison.Ordinal) && c.Day <= until)
            .Select(c => (DateOnly?)c.Day)
            .Max();
        if (until <= agreed) return new DefaultReckoning([], reset);

        var periods = excluded.OrderBy(p => p.From).ToList();
        var starts = SegmentStarts(agreed.DayNumber + 1, until.DayNumber, periods, reset);
        var segments = new List<ClockSegment>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1] - 1 : until.DayNumber;
            Append(segments, Segment(DateOnly.FromDayNumber(starts[i]), DateOnly.FromDayNumber(last), periods, reset, courtDisposalCause));
        }

        return new DefaultReckoning(segments, reset);
    }

    /// <summary>The days that <see cref="Run"/> counts, without the way to them.</summary>
    public static int Days(
        DateOnly agreed, DateOnly until, IReadOnlyList<ExcludedPeriod> excluded, IReadOnlyList<HolderChange> changes, string courtDisposalCause)
    {
        var next = agreed.DayNumber + 1;
        foreach (var change in changes)
        {
            if (change.Day <= until && string.Equals(change.Cause, courtDisposalCause, StringComparison.Ordinal)) next = Math.Max(next, change.Day.DayNumber + 1);
        }

        var days = 0;
        IEnumerable<ExcludedPeriod> ordered = excluded.Count < 2 ? excluded : excluded.OrderBy(p => p.From);
        foreach (var period in ordered)
        {
            days += Math.Max(0, Math.Min(period.From.DayNumber, until.DayNumber + 1) - next);
            next = Math.Max(next, period.Days.LastDay.DayNumber + 1);
        }

        return days + Math.Max(0, until.DayNumber + 1 - next);
    }

    private static List<int> SegmentStarts(int first, int last, List<ExcludedPeriod> periods, DateOnly? reset)
    {
        var starts = new SortedSet<int> { first };
        foreach (var period in periods)
        {
            starts.Add(period.From.DayNumber);
            starts.Add(period.Days.LastDay.DayNumber + 1);
        }

        if (reset is { } day) starts.Add(day.DayNumber + 1);
        return [.. starts.Where(s => s >= first && s <= last)];
    }

    private static ClockSegment Segment(DateOnly from, DateOnly to, List<ExcludedPeriod> periods, DateOnly? reset, string courtDisposalCause)
    {
        var causes = periods.Where(p => p.Days.Contains(from)).Select(p => p.Cause).Distinct(StringComparer.Ordinal);
        if (from <= reset) return new ClockSegment(from, to, SegmentKind.BeforeReset, [courtDisposalCause, .. causes]);

        var covering = causes.ToList();
        return new ClockSegment(from, to, covering.Count > 0 ? SegmentKind.Excluded : SegmentKind.Counted, covering);
    }

    private static void Append(List<ClockSegment> segments, ClockSegment next)
    {
        if (segments.Count > 0 && segments[^1].Kind == next.Kind && segments[^1].Causes.SequenceEqual(next.Causes, StringComparer.Ordinal))
        {
            segments[^1] = segments[^1] with { To = next.To };
            return;
        }

        segments.Add(next);
    }
}
