namespace Huodi.Domain.Overlays;

/// <summary>A sum of <see cref="LocalArea"/>.</summary>
/// <param name="Trapezoid">By the survey's formula.</param>
/// <param name="Straight">Integrated along lines straight in longitude and latitude.</param>
internal readonly record struct LocalSum(double Trapezoid, double Straight)
{
    public static LocalSum operator +(LocalSum a, LocalSum b) => new(a.Trapezoid + b.Trapezoid, a.Straight + b.Straight);
}
