using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Huodi.Domain.Quality;

/// <summary>Compares two neighbours.</summary>
internal sealed class PairCheck(QualityProfile profile)
{
    private const double Touching = 0.001; // metres

    private static readonly GeometryFactory Plane = new();

    public IEnumerable<ParcelFinding> Check(CompactShape a, CompactShape b, PairIndex index)
    {
        var (first, second) = string.CompareOrdinal(a.Id, b.Id) <= 0 ? (a, b) : (b, a);
        var scale = LocalScale.At(a.Box.Centre.Y);
        if (a.Box.Equals(b.Box) && IsSame(a, b))
        {
            var centre = a.Box.Centre;
            return [new(first.Id, second.Id, new(NeighbourKinds.SameShape, $"与“{second.Id}”图形完全相同。", new(centre.X, centre.Y), []))];
        }

        var parted = PairTest.OverlapAtMost(a, b, scale, profile.OverlapSquareMetres);
        var along = PairTest.RunsAlong(a, b, scale, profile.GapWidthMetres);
        if (parted && !along) return [];
        try
        {
            return Overlay(first, second, index, parted, along);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // One pair that the overlay cannot solve must not stop a city.
            return [new(first.Id, second.Id, new(NeighbourKinds.Skipped, $"与“{second.Id}”的叠加没有算出（{problem.GetType().Name}）。", null, []))];
        }
    }

    private List<ParcelFinding> Overlay(CompactShape a, CompactShape b, PairIndex index, bool parted, bool along)
    {
        var found = new List<ParcelFinding>();
        var frame = LocalFrame.At(a.Box.Centre.X, a.Box.Centre.Y);
        var (left, right) = (a.InMetres(frame, Plane), b.InMetres(frame, Plane));
        if (!parted)
        {
            var overlap = OverlayNGRobust.Overlay(left, right, SpatialFunction.Intersection);
            Report(NeighbourKinds.Overlap, "重叠", [overlap], profile.OverlapSquareMetres);
        }

        if (along) Report(NeighbourKinds.Gap, "之间有空隙", Gaps(left, right, frame, index), profile.GapSquareMetres);
        return found;

        void Report(QualityKind kind, string words, IEnumerable<Geometry> pieces, double tolerance)
        {
            foreach (var piece in pieces.Where(p => p.Dimension == Dimension.Surface && p.Area > tolerance))
            {
                var inDegrees = frame.ToDegrees(piece);
                var area = EllipsoidArea.Of(inDegrees);
                if (area <= tolerance) continue;
                var inside = inDegrees.InteriorPoint;
                var width = 2 * piece.Area / piece.Length;
                found.Add(new(a.Id, b.Id, new(
                    kind,
                    $"与“{b.Id}”{words} {NeighbourCheck.Words(area)}，平均宽 {width:0.###} 米。",
                    new(inside.X, inside.Y),
                    [new("面积", area, "平方米"), new("平均宽", width, "米")])));
            }
        }
    }

    /// <summary>What closing the two by half the gap's width fills, less every parcel that lies there.</summary>
    private IEnumerable<Geometry> Gaps(Geometry left, Geometry right, LocalFrame frame, PairIndex index)
    {
        const int RoundCorner = 4;
        var half = profile.GapWidthMetres / 2;
        var both = OverlayNGRobust.Overlay(left, right, SpatialFunction.Union);
        var gap = OverlayNGRobust.Overlay(both.Buffer(half, RoundCorner).Buffer(-half, RoundCorner), both, SpatialFunction.Difference);
        if (gap.IsEmpty) yield break;
        foreach (var other in index.Near(frame.ToDegrees(gap).EnvelopeInternal))
        {
            gap = OverlayNGRobust.Overlay(gap, other.InMetres(frame, Plane), SpatialFunction.Difference);
            if (gap.IsEmpty) yield break;
        }

        // Only what lies between the two: a piece that touches one of them alone is the margin beside it.
        for (var i = 0; i < gap.NumGeometries; i++)
        {
            var piece = gap.GetGeometryN(i);
            if (piece.Distance(left) <= Touching && piece.Distance(right) <= Touching) yield return piece;
        }
    }

    private static bool IsSame(CompactShape a, CompactShape b)
    {
        if (a.Xy.Length != b.Xy.Length) return false;
        if (a.Xy.AsSpan().SequenceEqual(b.Xy)) return true;
        var frame = new LocalFrame(0, 0, new(1, 1));
        return a.InMetres(frame, Plane).Normalized().EqualsExact(b.InMetres(frame, Plane).Normalized());
    }
}
