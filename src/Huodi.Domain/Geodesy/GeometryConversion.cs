using NetTopologySuite.Geometries;

namespace Huodi.Domain.Geodesy;

/// <summary>Converts shapes point by point. Coordinates are not rounded: a double keeps thirteen decimals of a degree.</summary>
internal static class GeometryConversion
{
    /// <summary>EPSG:4490, longitude first.</summary>
    public static GeometryFactory Cgcs2000 { get; } = new(new PrecisionModel(), 4490);

    public static Geometry Convert(Geometry shape, Func<double, double, (double X, double Y)> point, GeometryFactory factory) => shape switch
    {
        Point { IsEmpty: true } => factory.CreatePoint(),
        Point one => factory.CreatePoint(Convert(one.Coordinate, point)),
        LinearRing ring => factory.CreateLinearRing(Convert(ring.Coordinates, point)),
        LineString line => factory.CreateLineString(Convert(line.Coordinates, point)),
        Polygon polygon => Convert(polygon, point, factory),
        MultiPolygon many => factory.CreateMultiPolygon([.. many.Geometries.Select(p => Convert((Polygon)p, point, factory))]),
        MultiLineString many => factory.CreateMultiLineString([.. many.Geometries.Select(g => (LineString)Convert(g, point, factory))]),
        MultiPoint many => factory.CreateMultiPoint([.. many.Geometries.Select(g => (Point)Convert(g, point, factory))]),
        _ => factory.CreateGeometryCollection([.. ((GeometryCollection)shape).Geometries.Select(g => Convert(g, point, factory))]),
    };

    private static Polygon Convert(Polygon polygon, Func<double, double, (double X, double Y)> point, GeometryFactory factory) =>
        factory.CreatePolygon(
            factory.CreateLinearRing(Convert(polygon.ExteriorRing.Coordinates, point)),
            [.. polygon.InteriorRings.Select(r => factory.CreateLinearRing(Convert(r.Coordinates, point)))]);

    private static Coordinate[] Convert(Coordinate[] from, Func<double, double, (double X, double Y)> point)
    {
        var to = new Coordinate[from.Length];
        for (var i = 0; i < from.Length; i++) to[i] = Convert(from[i], point);
        return to;
    }

    private static Coordinate Convert(Coordinate from, Func<double, double, (double X, double Y)> point)
    {
        var (x, y) = point(from.X, from.Y);
        return new(x, y);
    }
}
