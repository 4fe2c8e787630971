using NetTopologySuite.Geometries;

namespace Huodi.Domain.Quality;

/// <summary>Checks the points of a ring as a file gives them, before a ring can be made of them.</summary>
public static class RawRing
{
    private const int FewestPoints = 4;

    /// <summary>Why no ring can be made of the points, or an empty list.</summary>
    /// <param name="points">Longitude and latitude, the first point repeated at the end.</param>
    /// <param name="part">Part of the shape, from 1.</param>
    /// <param name="ring">Ring of the part, from 1.</param>
    public static IReadOnlyList<QualityFinding> Check(IReadOnlyList<Coordinate> points, int part, int ring)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (double.IsFinite(points[i].X) && double.IsFinite(points[i].Y)) continue;
            var place = new QualityPlace(points[i].X, points[i].Y, part, ring, i + 1);
            return [new(ShapeKinds.Coordinate, $"{place} 的坐标不是有限的数。", place, [])];
        }

        if (points.Count == 0)
        {
            return [new(ShapeKinds.Empty, $"第 {part} 部分第 {ring} 环没有点。", null, [])];
        }

        var (first, last) = (points[0], points[^1]);
        if (!first.Equals2D(last))
        {
            var place = new QualityPlace(last.X, last.Y, part, ring, points.Count);
            var start = new QualityPlace(first.X, first.Y);
            return [new(ShapeKinds.RingOpen, $"{place} 没有回到起点{start}，环没有闭合。", place, [])];
        }

        if (points.Count >= FewestPoints) return [];
        var at = new QualityPlace(first.X, first.Y, part, ring, 1);
        return [new(ShapeKinds.TooFewPoints, $"{at} 起的环只有 {points.Count} 个点，围不成面。", at, [new("点数", points.Count, "点")])];
    }
}
