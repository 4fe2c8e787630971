using Huodi.Domain.Measures;
using NetTopologySuite.Geometries;

namespace Huodi.Domain.Geodesy;

/// <summary>
/// Area on the ellipsoid of CGCS2000 by the land survey's trapezoid series (TD/T 1055—2019; 第三次国土调查技术规程). Shapes are in
/// EPSG:4490, longitude first. Holes are taken away, parts added up; the direction of rings does not matter. The formula runs straight
/// from vertex to vertex in longitude and Q(B); a geodesic between the same vertices bends off by s² tan B / 8R, so that
/// GeographicLib and PostGIS differ by less than one part in a million for parcels.
/// </summary>
public static class EllipsoidalArea
{
    private const int Hundredths = 2;

    // Within this many radians of latitude (about 30 km) five terms leave less than 1e-5 ㎡ out of a parcel 30 km wide.
    private const double TaylorReach = 0.005;

    private static readonly double Scale = AreaSeries.SemiMinorSquared * (Math.PI / 180);

    /// <summary>㎡ to the nearest 0.01, a half away from zero, as a register writes it (量算面积).</summary>
    public static Area Measure(Geometry shape) => new(Math.Round((decimal)SquareMetres(shape), Hundredths, MidpointRounding.AwayFromZero));

    /// <summary>㎡, not rounded; 0 for a shape that is no area.</summary>
    public static double SquareMetres(Geometry shape) => shape switch
    {
        Polygon polygon => Polygon(polygon),
        GeometryCollection many => many.Geometries.Sum(SquareMetres),
        _ => 0,
    };

    /// <summary>㎡ inside one closed ring, given as longitude, latitude, longitude, …; never negative.</summary>
    public static double OfRing(ReadOnlySpan<double> ring) => Math.Abs(Sum(ring)) * Scale;

    /// <summary>㎡ of a polygon or multipolygon in little-endian WKB, two-dimensional, as stores and files keep it.</summary>
    /// <exception cref="ArgumentException">Not such a geometry.</exception>
    public static double OfWkb(ReadOnlySpan<byte> wkb) => WkbArea.SquareMetres(wkb);

    private static double Polygon(Polygon polygon)
    {
        if (polygon.IsEmpty) return 0;
        var area = OfLine(polygon.ExteriorRing);
        for (var i = 0; i < polygon.NumInteriorRings; i++) area -= OfLine(polygon.GetInteriorRingN(i));
        return Math.Max(0, area);
    }

    private static double OfLine(LineString line)
    {
        var sequence = line.CoordinateSequence;
        var size = 2 * sequence.Count;
        var numbers = size <= 512 ? stackalloc double[size] : new double[size];
        for (var i = 0; i < sequence.Count; i++)
        {
            numbers[2 * i] = sequence.GetX(i);
            numbers[(2 * i) + 1] = sequence.GetY(i);
        }

        return OfRing(numbers);
    }

    /// <summary>Σ (mean longitude from the first vertex, in degrees) × (step of Q).</summary>
    private static double Sum(ReadOnlySpan<double> ring)
    {
        if (ring.Length < 8) return 0;
        var (l0, b0) = (ring[0], ring[1]);
        var (k1, k2, k3, k4, k5) = AreaSeries.Taylor(double.DegreesToRadians(b0));
        var (sum, x1, q1, reach) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 2; i + 1 < ring.Length; i += 2)
        {
            var h = (ring[i + 1] - b0) * (Math.PI / 180);
            var q2 = h * (k1 + (h * (k2 + (h * (k3 + (h * (k4 + (h * k5))))))));
            var x2 = ring[i] - l0;
            sum += (x1 + x2) * (q2 - q1);
            (x1, q1) = (x2, q2);
            reach = Math.Max(reach, Math.Abs(h));
        }

        return reach <= TaylorReach ? sum / 2 : WholeSum(ring);
    }

    private static double WholeSum(ReadOnlySpan<double> ring)
    {
        var (l0, sum) = (ring[0], 0.0);
        var q1 = AreaSeries.Q(double.DegreesToRadians(ring[1]));
        for (var i = 0; i + 3 < ring.Length; i += 2)
        {
            var q2 = AreaSeries.Q(double.DegreesToRadians(ring[i + 3]));
            sum += (((ring[i] + ring[i + 2]) / 2) - l0) * (q2 - q1);
            q1 = q2;
        }

        return sum;
    }
}
