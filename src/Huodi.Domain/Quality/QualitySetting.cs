namespace Huodi.Domain.Quality;

/// <summary>One threshold of a quality profile, with where it comes from.</summary>
/// <param name="Value">The threshold.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="About">What it decides.</param>
/// <param name="Source">The standard that gives it, or 设置 when none does.</param>
public sealed record QualitySetting(double Value, string Unit, string About, string Source);
