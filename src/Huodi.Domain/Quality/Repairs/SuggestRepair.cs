using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Huodi.Domain.Quality.Repairs;

/// <summary>
/// Suggests how a shape could be mended: vertices given twice and spikes dropped, crossings resolved, rings turned. Each step is taken
/// only where a check found a reason, so that a sound vertex never moves.
/// </summary>
public sealed class SuggestRepair(QualityProfile profile)
{
    private static readonly HashSet<string> Mendable = new(StringComparer.Ordinal)
    {
        ShapeKinds.DuplicateVertex.Code, ShapeKinds.Spike.Code, ShapeKinds.RingDirection.Code, ShapeKinds.SelfIntersection.Code,
        ShapeKinds.SelfTouch.Code, ShapeKinds.HoleOutside.Code, ShapeKinds.HolesNested.Code, ShapeKinds.PartsOverlap.Code,
        ShapeKinds.RingsDuplicate.Code, ShapeKinds.Disconnected.Code, ShapeKinds.TooFewPoints.Code,
    };

    private readonly GeometryCheck _check = new(profile);
    private readonly VertexCleaning _cleaning = new(profile);

    /// <summary>The suggestion, or null when nothing is wrong that can be mended here or no sound area would be left.</summary>
    public ShapeRepair? For(string parcel, Geometry? shape)
    {
        var found = _check.Check(shape);
        if (shape is null || !found.Any(f => Mendable.Contains(f.Code))) return null;
        try
        {
            return Mend(parcel, shape);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A shape that cannot be mended is left to a person; the run goes on.
            return null;
        }
    }

    private ShapeRepair? Mend(string parcel, Geometry shape)
    {
        var steps = new List<string>();
        var mended = shape;
        var (cleaned, duplicates, spikes) = _cleaning.Clean(shape);
        if (duplicates + spikes > 0 && !cleaned.IsEmpty)
        {
            mended = cleaned;
            if (duplicates > 0) steps.Add($"删去重复点 {duplicates} 个");
            if (spikes > 0) steps.Add($"删去尖刺 {spikes} 处");
        }

        if (!mended.IsValid)
        {
            mended = Areas(GeometryFixer.Fix(mended));
            steps.Add($"消除自相交等拓扑错误，得到 {mended.NumGeometries} 个部分");
        }

        if (_check.Check(mended).Any(f => f.Code == ShapeKinds.RingDirection.Code))
        {
            mended = Turned(mended);
            steps.Add("把内环转为与外环相反的方向");
        }

        return steps.Count == 0 || mended.IsEmpty || _check.Check(mended).Any(f => f.Severity == QualitySeverity.Error)
            ? null
            : new(parcel, shape, mended, steps);
    }

    private static Geometry Areas(Geometry mended) => mended.Factory.BuildGeometry(PolygonExtracter.GetPolygons(mended));

    /// <summary>Every hole against its shell; the first vertex of each ring stays where it is.</summary>
    private static Geometry Turned(Geometry shape)
    {
        var polygons = PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Select(p => shape.Factory.CreatePolygon(
            (LinearRing)p.ExteriorRing,
            [.. p.InteriorRings.Cast<LinearRing>().Select(h => h.IsCCW == ((LinearRing)p.ExteriorRing).IsCCW ? (LinearRing)h.Reverse() : h)])).ToArray();
        return polygons.Length == 1 ? polygons[0] : shape.Factory.CreateMultiPolygon(polygons);
    }
}
