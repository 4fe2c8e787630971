namespace Huodi.Domain.Clocks;

/// <summary>Days in default, with the way to the figure.</summary>
/// <param name="Segments">Every day after the agreed date, up to the last day reckoned, in order and without gaps; empty when there is none.</param>
/// <param name="ResetOn">The day of the latest court's disposal that resets the clock, or null.</param>
public sealed record DefaultReckoning(IReadOnlyList<ClockSegment> Segments, DateOnly? ResetOn)
{
    /// <summary>净违约天数: the days that count.</summary>
    public int Days => DaysOf(SegmentKind.Counted);

    /// <summary>The days of one kind.</summary>
    public int DaysOf(SegmentKind kind) => Segments.Where(s => s.Kind == kind).Sum(s => s.Days);
}
