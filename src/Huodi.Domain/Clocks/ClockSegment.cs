namespace Huodi.Domain.Clocks;

/// <summary>A stretch of days, both ends included, that a reckoning treats alike.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Kind">Whether the days count, and why not.</param>
/// <param name="Causes">Every cause that covers these days: the court's disposal first, then the excluded periods by first day; each once.</param>
public sealed record ClockSegment(DateOnly From, DateOnly To, SegmentKind Kind, IReadOnlyList<string> Causes)
{
    /// <summary>Number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
