using System.Globalization;
using Huodi.Domain.Geodesy;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Domain.Tests.Geodesy;

public sealed class CoordinateSystemTests
{
    private const double Millimetre = 0.001;
    private const double MillimetreOfLatitude = Millimetre / 111_000;

    public static TheoryData<string> Codes => [.. Vectors().Select(v => v[0].ToString(CultureInfo.InvariantCulture)).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void FromDegrees_AcrossChina_AgreesWithProjToAMillimetre(string code)
    {
        foreach (var (system, longitude, latitude, east, north) in Of(code))
        {
            var (x, y) = system.FromDegrees(longitude, latitude);

            Assert.True(Math.Abs(x - east) < Millimetre && Math.Abs(y - north) < Millimetre, $"EPSG:{code} ({longitude}, {latitude}): {x - east}, {y - north}");
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void ToDegrees_AcrossChina_AgreesWithProjToAMillimetre(string code)
    {
        foreach (var (system, longitude, latitude, east, north) in Of(code))
        {
            var (l, b) = system.ToDegrees(east, north);

            Assert.True(
                Math.Abs(l - longitude) < MillimetreOfLatitude && Math.Abs(b - latitude) < MillimetreOfLatitude,
                $"EPSG:{code} ({longitude}, {latitude}): {l - longitude}, {b - latitude}");
        }
    }

    [Fact]
    public void ToDegrees_OfFromDegrees_IsTheSamePlaceToAMicrometre()
    {
        var system = CoordinateSystems.Find(4549)!;
        for (var latitude = 3.0; latitude < 54; latitude += 0.37)
        {
            var (x, y) = system.FromDegrees(121.4999, latitude);
            var (l, b) = system.ToDegrees(x, y);

            Assert.Equal(121.4999, l, 1e-11);
            Assert.Equal(latitude, b, 1e-11);
        }
    }

    [Fact]
    public void ToCgcs2000_OfAShapeWithHolesAndParts_KeepsItsBuild()
    {
        var system = CoordinateSystems.Find(4528)!;
        var reader = new NetTopologySuite.IO.WKTReader();
        var shape = reader.Read("""
            MULTIPOLYGON (((40500000 3500000, 40501000 3500000, 40501000 3501000, 40500000 3501000, 40500000 3500000),
              (40500200 3500200, 40500200 3500400, 40500400 3500400, 40500400 3500200, 40500200 3500200)),
              ((40502000 3500000, 40503000 3500000, 40503000 3501000, 40502000 3500000)))
            """);

        var degrees = system.ToCgcs2000(shape);
        var back = system.FromCgcs2000(degrees);

        Assert.Equal(4490, degrees.SRID);
        Assert.Equal(2, degrees.NumGeometries);
        Assert.Equal(1, ((Polygon)degrees.GetGeometryN(0)).NumInteriorRings);
        Assert.Equal(120, degrees.Coordinates[0].X, 1e-12);
        Assert.True(back.EqualsExact(shape, 1e-6));
    }

    [Theory]
    [InlineData(4610)]
    [InlineData(2364)]
    [InlineData(4214)]
    [InlineData(2436)]
    [InlineData(21420)]
    [InlineData(4766)]
    public void Find_OfAnOldDatum_IsKnownAndRefused(int code)
    {
        var system = CoordinateSystems.Find(code)!;

        Assert.Equal("GEO_CRS_DATUM", system.Refusal?.Code);
        Assert.Contains("转换参数", system.Refusal!.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => system.ToDegrees(500_000, 3_500_000));
    }

    [Fact]
    public void Find_OfAnUnknownCode_IsNull() => Assert.Null(CoordinateSystems.Find(2000));

    private static IEnumerable<(CoordinateSystem System, double Longitude, double Latitude, double East, double North)> Of(string code) =>
        from v in Vectors()
        where v[0] == int.Parse(code, CultureInfo.InvariantCulture)
        select (CoordinateSystems.Find((int)v[0])!, v[1], v[2], v[3], v[4]);

    private static IEnumerable<double[]> Vectors() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Geodesy", "proj-vectors.txt"))
        where !line.StartsWith('#')
        select line.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
}
