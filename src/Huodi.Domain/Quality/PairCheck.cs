using System.Globalization;
using Huodi.Domain.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Huodi.Domain.Quality;

/// <summary>Compares two neighbours.</summary>
internal sealed class PairCheck(QualityProfile profile)
{
    private const double Touching = 0.001; // metres

    // The quick figure is good to a hundredth; what it leaves open, the overlay decides.
    private const double Surely = 0.9;

    private static readonly GeometryFactory Plane = new();

    [ThreadStatic]
    private static SharedSides? s_shared;

    [ThreadStatic]
    private static PairOverlap? s_outlines;

    public IEnumerable<ParcelFinding> Check(CompactShape a, CompactShape b, PairIndex index)
    {
        var (first, second) = string.CompareOrdinal(a.Id, b.Id) <= 0 ? (a, b) : (b, a);
        var scale = LocalScale.At(a.Box.Centre.Y);
        if (a.Box.Equals(b.Box) && IsSame(a, b))
        {
            var centre = a.Box.Centre;
            return [new(first.Id, second.Id, new(NeighbourKinds.SameShape, $"与“{second.Id}”图形完全相同。", new(centre.X, centre.Y), []))];
        }

        var parted = PairTest.OverlapAtMost(a, b, scale, profile.OverlapSquareMetres) || HaveNothing(a, b, scale);
        var shared = s_shared ??= new();
        shared.Find(a, b);
        var along = PairTest.Along(a, b, shared, scale, profile.GapWidthMetres);
        if (parted && along is null) return [];
        return
        [
            .. parted ? [] : Guarded(first, second, () => Overlaps(first, second)),
            .. along is null ? [] : Guarded(first, second, () => Gaps(first, second, along, index)),
        ];
    }

    private bool HaveNothing(CompactShape a, CompactShape b, LocalScale scale)
    {
        var common = (s_outlines ??= new()).SquareMetres(a, b, scale);
        return common <= profile.OverlapSquareMetres * Surely;
    }

    private static List<ParcelFinding> Guarded(CompactShape a, CompactShape b, Func<List<ParcelFinding>> overlay)
    {
        try
        {
            return overlay();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // One pair that the overlay cannot solve must not stop a city.
            return [new(a.Id, b.Id, new(NeighbourKinds.Skipped, $"与“{b.Id}”的叠加没有算出（{problem.GetType().Name}）。", null, []))];
        }
    }

    private List<ParcelFinding> Overlaps(CompactShape a, CompactShape b)
    {
        var frame = LocalFrame.At(a.Box.Centre.X, a.Box.Centre.Y);
        var overlap = Areas(a.InMetres(frame, Plane), b.InMetres(frame, Plane), SpatialFunction.Intersection);
        return Findings(a, b, NeighbourKinds.Overlap, "重叠", [overlap], frame, profile.OverlapSquareMetres);
    }

    /// <summary>
    /// What closing the two by half the gap's width fills, less every parcel that lies there. Closing looks no farther than that width: the
    /// ground round the sides that run along each other is enough, unless a gap leads out of it.
    /// </summary>
    private List<ParcelFinding> Gaps(CompactShape a, CompactShape b, Envelope along, PairIndex index)
    {
        var frame = LocalFrame.At(a.Box.Centre.X, a.Box.Centre.Y);
        var (left, right) = (a.InMetres(frame, Plane), b.InMetres(frame, Plane));
        var (south, north) = (frame.ToMetres(along.MinX, along.MinY), frame.ToMetres(along.MaxX, along.MaxY));
        var ground = new Envelope(south, north);
        ground.ExpandBy(2 * profile.GapWidthMetres);
        var reach = ground.Copy();
        reach.ExpandBy(2 * profile.GapWidthMetres);
        var clip = Plane.ToGeometry(reach);
        var near = Between(Areas(left, clip, SpatialFunction.Intersection), Areas(right, clip, SpatialFunction.Intersection), frame, index)
            .Where(p => p.EnvelopeInternal.Intersects(ground)).ToList();
        var pieces = near.TrueForAll(p => ground.Contains(p.EnvelopeInternal)) ? near : [.. Between(left, right, frame, index)];
        return Findings(a, b, NeighbourKinds.Gap, "之间有空隙", pieces, frame, profile.GapSquareMetres);
    }

    /// <summary>Only what lies between the two: a piece that touches one of them alone is a notch of that one.</summary>
    private IEnumerable<Geometry> Between(Geometry left, Geometry right, LocalFrame frame, PairIndex index)
    {
        const int RoundCorner = 4;
        var half = profile.GapWidthMetres / 2;
        var both = Areas(left, right, SpatialFunction.Union);
        var gap = Areas(both.Buffer(half, RoundCorner).Buffer(-half, RoundCorner), both, SpatialFunction.Difference);
        foreach (var other in gap.IsEmpty ? [] : index.Near(frame.ToDegrees(gap).EnvelopeInternal))
        {
            gap = Areas(gap, other.InMetres(frame, Plane), SpatialFunction.Difference);
        }

        return Enumerable.Range(0, gap.NumGeometries).Select(gap.GetGeometryN).Where(p => p.Distance(left) <= Touching && p.Distance(right) <= Touching);
    }

    private static List<ParcelFinding> Findings(
        CompactShape a, CompactShape b, QualityKind kind, string words, IEnumerable<Geometry> pieces, LocalFrame frame, double tolerance)
    {
        var found = new List<ParcelFinding>();
        foreach (var piece in pieces.Where(p => p.Area > tolerance))
        {
            var inDegrees = frame.ToDegrees(piece);
            var area = EllipsoidalArea.SquareMetres(inDegrees);
            if (area <= tolerance) continue;
            var inside = inDegrees.InteriorPoint;
            var width = 2 * piece.Area / piece.Length;
            found.Add(new(a.Id, b.Id, new(
                kind,
                string.Create(CultureInfo.InvariantCulture, $"与“{b.Id}”{words} {area:0.##} 平方米，平均宽 {width:0.###} 米。"),
                new(inside.X, inside.Y),
                [new("面积", area, "平方米"), new("平均宽", width, "米")])));
        }

        return found;
    }

    /// <summary>The areas of an overlay; the points and lines in which two shapes also meet are left out.</summary>
    private static Geometry Areas(Geometry a, Geometry b, SpatialFunction operation) =>
        Plane.BuildGeometry(PolygonExtracter.GetPolygons(OverlayNGRobust.Overlay(a, b, operation)));

    private static bool IsSame(CompactShape a, CompactShape b)
    {
        if (a.Xy.Length != b.Xy.Length) return false;
        if (a.Xy.AsSpan().SequenceEqual(b.Xy)) return true;
        var frame = new LocalFrame(0, 0, new(1, 1));
        return a.InMetres(frame, Plane).Normalized().EqualsExact(b.InMetres(frame, Plane).Normalized());
    }
}
