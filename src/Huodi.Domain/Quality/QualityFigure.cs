namespace Huodi.Domain.Quality;

/// <summary>A number that belongs to a finding, for example the width of a spike in metres. Not for a register: it is approximate unless its name says otherwise.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit; empty for counts and ratios.</param>
public readonly record struct QualityFigure(string Name, double Value, string Unit);
