using Huodi.Domain.Overlays;

namespace Huodi.Domain.Quality;

/// <summary>
/// How much two neighbours have in common, by the outlines alone and decided exactly (<see cref="OutlineOverlap"/>): neighbours on an
/// irregular boundary that they share have nothing, and need no overlay. One thread uses one instance.
/// </summary>
internal sealed class PairOverlap
{
    private readonly OutlineRings _first = new();
    private readonly OutlineOverlap _overlap = new();

    /// <summary>Square metres that both cover, good to a hundredth of the figure.</summary>
    public double SquareMetres(CompactShape a, CompactShape b, LocalScale scale)
    {
        var (small, large) = a.Xy.Length <= b.Xy.Length ? (a, b) : (b, a);
        small.Fill(_first);
        if (_first.Rings == 0) return 0;
        var second = new OutlineRings();
        large.Fill(second);
        var area = new LocalArea(_first.Y[0]);
        var whole = OutlineOverlap.Whole(_first, area);
        return _overlap.Share(_first, area, whole, new ControlOutline(second)) * small.SquareDegrees * scale.East * scale.North;
    }
}
