using NetTopologySuite.Geometries;

namespace Huodi.Domain.Geodesy;

/// <summary>
/// Everything within a distance of a shape, on the ellipsoid of CGCS2000. Worked out on a transverse Mercator plane through the middle of
/// the shape, whose scale is off by (d / R)² / 2 at a distance d from its meridian: below one part in a million within nine kilometres. Round
/// corners are drawn with a point each degree, so that the outline runs at most 4 hundred-thousandths of the distance inside the circle.
/// </summary>
public static class EllipsoidalBuffer
{
    private const int PointsInAQuarter = 90;

    /// <summary>The area within so many metres of a shape in EPSG:4490, longitude first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not above zero.</exception>
    public static Geometry Of(Geometry shape, double metres)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(metres);
        var plane = new TransverseMercator(Ellipsoid.Cgcs2000, shape.EnvelopeInternal.Centre.X);
        var flat = GeometryConversion.Convert(shape, plane.Forward, new(new PrecisionModel()));
        return GeometryConversion.Convert(flat.Buffer(metres, PointsInAQuarter), plane.Inverse, GeometryConversion.Cgcs2000);
    }
}
