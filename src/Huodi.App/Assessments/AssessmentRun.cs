using Huodi.Domain.Codes;

namespace Huodi.App.Assessments;

/// <summary>A frozen, numbered assessment. It never changes.</summary>
/// <param name="Number">From 1; 0 while it is not saved.</param>
/// <param name="AsOf">The day on which the questions were asked.</param>
/// <param name="Region">Which part of the store was judged.</param>
/// <param name="RanAt">Moment of the run, UTC.</param>
/// <param name="Packages">Package ids in force or shown, each with the SHA-256 of its text (lower-case hex), in id order.</param>
public sealed record AssessmentRun(
    long Number, DateOnly AsOf, DivisionCode Region, DateTimeOffset RanAt, IReadOnlyList<KeyValuePair<string, string>> Packages);
