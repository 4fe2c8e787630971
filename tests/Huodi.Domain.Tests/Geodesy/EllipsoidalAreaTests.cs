using Huodi.Domain.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Huodi.Domain.Tests.Geodesy;

public sealed class EllipsoidalAreaTests
{
    // The quadrangle between 31° and 32° N, one degree wide: closed form of the zone of an ellipsoid (GeographicLib agrees).
    private const double Quadrangle = 10_533_542_701.65;

    private static readonly WKTReader Wkt = new();

    [Fact]
    public void SquareMetres_OfTheReferenceQuadrangle_IsTheKnownFigure()
    {
        var shape = Wkt.Read("POLYGON ((117 31, 118 31, 118 32, 117 32, 117 31))");

        Assert.Equal(Quadrangle, EllipsoidalArea.SquareMetres(shape), 0.01);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(21)]
    [InlineData(38.9)]
    [InlineData(53)]
    public void SquareMetres_OfAQuadrangle_IsTheZoneOfTheEllipsoid(double south)
    {
        var shape = Wkt.Read(FormattableString.Invariant($"POLYGON ((121 {south}, 121.003 {south}, 121.003 {south + 0.002}, 121 {south + 0.002}, 121 {south}))"));

        Assert.Equal(Zone(south, south + 0.002, 0.003), EllipsoidalArea.SquareMetres(shape), 1e-4);
    }

    [Fact]
    public void SquareMetres_OfALargeAndASmallShape_ComeFromTheSameFormula()
    {
        // 0.28° is within the reach of the local polynomial, 0.30° is not: cut in two at 31.14, the parts must add up.
        var near = EllipsoidalArea.SquareMetres(Wkt.Read("POLYGON ((117 31, 117.2 31, 117.2 31.28, 117 31.28, 117 31))"));
        var far = EllipsoidalArea.SquareMetres(Wkt.Read("POLYGON ((117 31, 117.2 31, 117.2 31.30, 117 31.30, 117 31))"));

        Assert.Equal(Zone(31, 31.28, 0.2), near, 1e-3);
        Assert.Equal(Zone(31, 31.30, 0.2), far, 1e-3);
    }

    [Fact]
    public void SquareMetres_OfHolesAndParts_AreTakenAwayAndAddedUp()
    {
        const string Outer = "(117 31, 117.01 31, 117.01 31.01, 117 31.01, 117 31)";
        const string Hole = "(117.002 31.002, 117.004 31.002, 117.004 31.004, 117.002 31.004, 117.002 31.002)";
        const string Apart = "(117.02 31, 117.03 31, 117.03 31.01, 117.02 31)";
        var outer = EllipsoidalArea.SquareMetres(Wkt.Read($"POLYGON ({Outer})"));
        var hole = EllipsoidalArea.SquareMetres(Wkt.Read($"POLYGON ({Hole})"));
        var apart = EllipsoidalArea.SquareMetres(Wkt.Read($"POLYGON ({Apart})"));

        var whole = Wkt.Read($"MULTIPOLYGON (({Outer}, {Hole}), ({Apart}))");

        Assert.Equal(outer - hole + apart, EllipsoidalArea.SquareMetres(whole), 1e-6);
        Assert.Equal(EllipsoidalArea.SquareMetres(whole), EllipsoidalArea.OfWkb(new WKBWriter().Write(whole)));
    }

    [Fact]
    public void SquareMetres_OfTheOtherDirectionOrStart_IsTheSame()
    {
        var ring = new[] { new Coordinate(117, 31), new(117.011, 31.002), new(117.013, 31.009), new(117.004, 31.012), new(117, 31) };
        var shape = new GeometryFactory().CreatePolygon(ring);
        var started = new GeometryFactory().CreatePolygon([.. ring[2..], ring[1], ring[2]]);

        Assert.Equal(EllipsoidalArea.SquareMetres(shape), EllipsoidalArea.SquareMetres(shape.Reverse()), 1e-6);
        Assert.Equal(EllipsoidalArea.SquareMetres(shape), EllipsoidalArea.SquareMetres(started), 1e-6);
    }

    [Fact]
    public void Measure_OfAParcel_IsRoundedToTheHundredth()
    {
        var shape = Wkt.Read("POLYGON ((117 31, 117.001 31, 117.001 31.001, 117 31.001, 117 31))");

        var area = EllipsoidalArea.Measure(shape);

        Assert.Equal(area.SquareMetres, decimal.Round(area.SquareMetres, 2));
        Assert.Equal(Zone(31, 31.001, 0.001), (double)area.SquareMetres, 0.005001);
    }

    [Fact]
    public void OfWkb_OfATruncatedShape_Refuses()
    {
        var wkb = new WKBWriter().Write(Wkt.Read("POLYGON ((117 31, 117.001 31, 117.001 31.001, 117 31.001, 117 31))"));

        for (var length = 0; length < wkb.Length; length++) Assert.Throws<ArgumentException>(() => EllipsoidalArea.OfWkb(wkb.AsSpan(0, length)));
    }

    /// <summary>½ b² ΔL [ sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e ] between two latitudes: the closed form, not the series.</summary>
    private static double Zone(double south, double north, double width)
    {
        var e2 = Ellipsoid.Cgcs2000.EccentricitySquared;
        var e = Math.Sqrt(e2);
        var b = Ellipsoid.Cgcs2000.SemiMinor;
        return b * b / 2 * double.DegreesToRadians(width) * (At(north) - At(south));

        double At(double latitude)
        {
            var s = Math.Sin(double.DegreesToRadians(latitude));
            return (s / (1 - (e2 * s * s))) + (Math.Atanh(e * s) / e);
        }
    }
}
