using Huodi.Domain.Geodesy;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Domain.Tests.Geodesy;

/// <summary>
/// Distances are checked in space: two points of the ellipsoid a geodesic s apart are a chord of s − s³/24R² apart, which at 500 m is
/// 0.13 µm less. Areas are checked by hand: a circle drawn with 360 corners has 180·r²·sin 1°.
/// </summary>
public sealed class EllipsoidalBufferTests
{
    private const double Metres = 500;
    private static readonly GeometryFactory Cgcs2000 = new(new PrecisionModel(), 4490);
    private static readonly double CircleOf360 = 180 * Metres * Metres * Math.Sin(Math.PI / 180);

    [Theory]
    [InlineData(117.2, 31.8)]
    [InlineData(121.6, 38.9)]
    [InlineData(87.6, 43.8)]
    [InlineData(110.3, 3.5)]
    [InlineData(122.4, 53.4)]
    public void Of_Point_HasEveryCornerAtTheDistance(double longitude, double latitude)
    {
        var centre = Cgcs2000.CreatePoint(new Coordinate(longitude, latitude));

        var circle = EllipsoidalBuffer.Of(centre, Metres);

        Assert.Equal(361, circle.NumPoints);
        Assert.Equal(4490, circle.SRID);
        Assert.All(circle.Coordinates, c => Assert.Equal(Metres, Chord(centre.Coordinate, c), 1e-4));
        Assert.Equal(CircleOf360, (double)EllipsoidalArea.Measure(circle).SquareMetres, 0.02);
    }

    [Fact]
    public void Of_StationsAcrossACity_KeepsEveryCornerWithinTwoCentimetres()
    {
        // 18 km from end to end: the plane's scale is off by one part in a million at its edges.
        var stations = Cgcs2000.CreateMultiPointFromCoords([new(117.10, 31.80), new(117.29, 31.86)]);

        var circles = EllipsoidalBuffer.Of(stations, Metres);

        Assert.Equal(2, circles.NumGeometries);
        foreach (var corner in circles.Coordinates)
            Assert.Equal(Metres, stations.Coordinates.Min(s => Chord(s, corner)), 0.02);
    }

    [Fact]
    public void Of_Box_HasTheBoxItsFourSidesAndACircle()
    {
        // 0.01° × 0.01°: its sides are meridians and nearly geodesics; the area is that of Steiner's formula to a few parts in a million.
        var box = Cgcs2000.ToGeometry(new Envelope(117.2, 117.21, 31.8, 31.81));
        var corners = box.Coordinates;
        var sides = Enumerable.Range(0, 4).Sum(i => Chord(corners[i], corners[i + 1]));

        var area = (double)EllipsoidalArea.Measure(EllipsoidalBuffer.Of(box, Metres)).SquareMetres;

        var steiner = (double)EllipsoidalArea.Measure(box).SquareMetres + (sides * Metres) + CircleOf360;
        Assert.Equal(1, area / steiner, 1e-5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Of_NoDistance_IsTheCallersBug(double metres) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EllipsoidalBuffer.Of(Cgcs2000.CreatePoint(new Coordinate(117, 31)), metres));

    /// <summary>Straight through space between two places at height 0, CGCS2000.</summary>
    private static double Chord(Coordinate a, Coordinate b)
    {
        var ((x, y, z), (u, v, w)) = (Space(a), Space(b));
        return Math.Sqrt(((x - u) * (x - u)) + ((y - v) * (y - v)) + ((z - w) * (z - w)));
    }

    private static (double X, double Y, double Z) Space(Coordinate place)
    {
        const double A = 6378137;
        const double F = 1 / 298.257222101;
        const double E2 = F * (2 - F);
        var (l, b) = (place.X * Math.PI / 180, place.Y * Math.PI / 180);
        var n = A / Math.Sqrt(1 - (E2 * Math.Sin(b) * Math.Sin(b)));
        return (n * Math.Cos(b) * Math.Cos(l), n * Math.Cos(b) * Math.Sin(l), n * (1 - E2) * Math.Sin(b));
    }
}
