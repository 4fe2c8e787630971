using System.Buffers;
using System.Globalization;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>
/// Checks one shape in degrees (EPSG:4490). A small sound shape is proved sound without a further object; whatever cannot be proved is
/// put to the general check. Nothing is thrown for a bad shape. Safe to use from several threads.
/// </summary>
public sealed class GeometryCheck(QualityProfile profile)
{
    private readonly RingScan _scan = new(profile);

    /// <summary>The check with the carried thresholds.</summary>
    public static GeometryCheck Default { get; } = new(QualityProfile.Default);

    /// <summary>Everything found, or an empty list. An <see cref="QualitySeverity.Error"/> among it means that the shape cannot be kept.</summary>
    /// <param name="shape">Polygon or MultiPolygon; anything else is a finding.</param>
    public IReadOnlyList<QualityFinding> Check(Geometry? shape)
    {
        if (shape is null) return [new(ShapeKinds.Missing, "没有图形。", null, [])];
        if (shape.IsEmpty) return [new(ShapeKinds.Empty, "图形没有坐标。", null, [])];
        if (shape is not (Polygon or MultiPolygon)) return [new(ShapeKinds.Type, $"图形类型是 {shape.GeometryType}，应为面。", null, [])];
        var points = shape.NumPoints;
        if (points > profile.MaxVertices)
        {
            return [new(ShapeKinds.TooManyPoints, $"图形有 {points} 个点，超过 {profile.MaxVertices} 个。", null, [new("点数", points, "点")])];
        }

        FindingList? findings = null;
        List<(int Part, double Area, double Width)>? slivers = null;
        var parts = shape.NumGeometries;
        var (sound, finite) = (parts == 1 || AreApart(shape), true);
        var buffer = ArrayPool<double>.Shared.Rent(2 * PlainRings.MostPoints);
        try
        {
            for (var part = 0; part < parts; part++)
            {
                var polygon = (Polygon)shape.GetGeometryN(part);
                var (isSound, isFinite) = Part(polygon, part + 1, buffer, ref findings, ref slivers);
                sound &= isSound;
                finite &= isFinite;
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }

        // The area of a shape that crosses itself means nothing, so a sliver is told only of a valid one.
        if (finite && (sound || GeneralValidity.Check(shape, ref findings))) Slivers(shape, slivers, ref findings);
        if (parts > 1) (findings ??= new()).Add(ShapeKinds.Multipart, $"有 {parts} 个部分。", null, new QualityFigure("部分数", parts, ""));
        return findings?.Build() ?? [];
    }

    private (bool IsSound, bool IsFinite) Part(
        Polygon polygon, int part, double[] buffer, ref FindingList? findings, ref List<(int Part, double Area, double Width)>? slivers)
    {
        var holes = polygon.NumInteriorRings;
        var isSmall = polygon.NumPoints <= PlainRings.MostPoints;
        Span<int> ends = stackalloc int[isSmall ? holes + 1 : 0];
        var shell = polygon.ExteriorRing.CoordinateSequence;
        if (shell.Count == 0) return (false, true);
        var scale = LocalScale.At(Math.Clamp(shell.GetY(0), -89, 89));
        var (used, finite, net, perimeter, direction) = (0, true, 0.0, 0.0, 0);
        for (var ring = 0; ring <= holes; ring++)
        {
            var points = ring == 0 ? shell : polygon.GetInteriorRingN(ring - 1).CoordinateSequence;
            var place = new QualityPlace(double.NaN, double.NaN, part, ring + 1);
            var measure = _scan.Scan(points, scale, place, ref findings, isSmall ? buffer.AsSpan(used) : default, out var copied);
            finite &= measure.IsFinite;
            used += copied;
            if (isSmall) ends[ring] = used / 2;
            net += ring == 0 ? Math.Abs(measure.SignedArea) : -Math.Abs(measure.SignedArea);
            perimeter += measure.Perimeter;
            var sign = Math.Sign(measure.SignedArea);
            if (ring == 0) direction = sign;
            else if (sign == direction && sign != 0) Direction(findings ??= new(), points, part, ring + 1);
        }

        if (!finite) return (false, false);
        var width = perimeter > 0 ? 2 * Math.Max(net, 0) / perimeter : 0;
        if (width < profile.SliverWidthMetres) (slivers ??= []).Add((part, Math.Max(net, 0), width));
        return (isSmall && PlainRings.AreSurelyValid(buffer.AsSpan(0, used), ends), true);
    }

    private static void Direction(FindingList findings, CoordinateSequence ring, int part, int number)
    {
        var place = new QualityPlace(ring.GetX(0), ring.GetY(0), part, number, 1);
        findings.Add(ShapeKinds.RingDirection, $"{place} 起的内环与外环方向相同。", place);
    }

    private static void Slivers(Geometry shape, List<(int Part, double Area, double Width)>? slivers, ref FindingList? findings)
    {
        foreach (var (part, area, width) in slivers ?? [])
        {
            var start = ((Polygon)shape.GetGeometryN(part - 1)).ExteriorRing.CoordinateSequence;
            var place = new QualityPlace(start.GetX(0), start.GetY(0), part, 1, 1);
            var message = string.Create(CultureInfo.InvariantCulture, $"{place} 起的部分是碎片：约 {area:0.###} 平方米，平均宽 {width:0.####} 米。");
            (findings ??= new()).Add(ShapeKinds.Sliver, message, place, new QualityFigure("面积", area, "平方米"), new QualityFigure("平均宽", width, "米"));
        }
    }

    private static bool AreApart(Geometry shape)
    {
        const int FewParts = 8;
        if (shape.NumGeometries > FewParts) return false;
        for (var i = 1; i < shape.NumGeometries; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (shape.GetGeometryN(i).EnvelopeInternal.Intersects(shape.GetGeometryN(j).EnvelopeInternal)) return false;
            }
        }

        return true;
    }
}
