using Huodi.Domain.Clocks;

namespace Huodi.Web.Subjects;

/// <summary>One agreed date and what became of it, for drawing.</summary>
/// <param name="Name">开工 or 竣工.</param>
/// <param name="Agreed">The agreed date.</param>
/// <param name="Actual">The actual date, or null when it did not happen or is not known.</param>
/// <param name="Reckoning">The days in default; null when they cannot be counted.</param>
/// <param name="Uncounted">Why they cannot be counted; empty when they are.</param>
public sealed record ClockTrack(string Name, DateOnly Agreed, DateOnly? Actual, DefaultReckoning? Reckoning, string Uncounted);
