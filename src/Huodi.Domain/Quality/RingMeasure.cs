namespace Huodi.Domain.Quality;

/// <summary>What one pass over a ring gives besides findings.</summary>
/// <param name="IsFinite">Whether every coordinate is a number; if not, nothing else holds.</param>
/// <param name="SignedArea">㎡, approximate; positive when the ring runs counter-clockwise.</param>
/// <param name="Perimeter">Metres, approximate.</param>
internal readonly record struct RingMeasure(bool IsFinite, double SignedArea, double Perimeter);
