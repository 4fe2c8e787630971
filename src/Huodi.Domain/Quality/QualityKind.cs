namespace Huodi.Domain.Quality;

/// <summary>A kind of finding.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Title">A few Chinese words for tables.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Remedy">What to do about it, in Chinese.</param>
public sealed record QualityKind(string Code, string Title, QualitySeverity Severity, string Remedy);
