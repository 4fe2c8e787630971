using Huodi.Formats.Geo;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Sources.Shapes;

/// <summary>
/// Makes an area of rings that come without a word about which is a hole: a ring inside an odd number of others is a hole of the
/// smallest of them, any other is an outer ring. Where two rings cross, nothing is decided here; the check of the shape will say so.
/// </summary>
internal static class RingAssembly
{
    /// <summary>A polygon, or a multipolygon for several outer rings.</summary>
    public static Geometry Build(IReadOnlyList<LinearRing> rings)
    {
        if (rings.Count == 1) return GeoShapes.Factory.CreatePolygon(rings[0]);
        var areas = rings.Select(r => Math.Abs(Area.OfRing(r.CoordinateSequence))).ToList();
        var around = rings.Select((ring, i) => Enumerable.Range(0, rings.Count).Where(j => j != i && areas[j] > areas[i] && IsInside(ring, rings[j])).ToList()).ToList();
        var shells = Enumerable.Range(0, rings.Count).Where(i => around[i].Count % 2 == 0).ToList();
        var polygons = shells.Select(shell => GeoShapes.Factory.CreatePolygon(
            rings[shell],
            [.. Enumerable.Range(0, rings.Count).Where(i => around[i].Count % 2 == 1 && around[i].MinBy(j => areas[j]) == shell).Select(i => rings[i])])).ToArray();
        return polygons.Length == 1 ? polygons[0] : GeoShapes.Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>Whether a ring lies in another, by its first point that is not on the other's line.</summary>
    private static bool IsInside(LinearRing ring, LinearRing other)
    {
        if (!other.EnvelopeInternal.Covers(ring.EnvelopeInternal)) return false;
        foreach (var point in ring.Coordinates)
        {
            switch (PointLocation.LocateInRing(point, other.Coordinates))
            {
                case Location.Interior:
                    return true;
                case Location.Exterior:
                    return false;
            }
        }

        return true;
    }
}
