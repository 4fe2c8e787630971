using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

public sealed partial class GeometryCheckTests
{
    // A degree of latitude is about 110.9 km here, one of longitude about 94.6 km: 1e-5° is about one metre.
    private const string Square = "(117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.801, 117.3 31.8)";

    [Theory]
    [InlineData($"POLYGON ({Square})")]
    [InlineData("POLYGON ((117.3 31.8, 117.3 31.801, 117.301 31.801, 117.301 31.8, 117.3 31.8))")] // clockwise is as good
    [InlineData("POLYGON ((117.3 31.8, 117.3005 31.8, 117.301 31.8, 117.3005 31.801, 117.3 31.8))")] // a point on a straight side
    [InlineData($"POLYGON ({Square}, (117.3002 31.8002, 117.3002 31.8004, 117.3004 31.8004, 117.3004 31.8002, 117.3002 31.8002))")]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.3 31.80005, 117.3 31.8))")] // thin corner, 3° but 5 m wide
    public void Check_OfASoundShape_FindsNothing(string wkt) => Assert.Empty(Find(wkt));

    [Theory]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.801, 117.301 31.8, 117.3 31.801, 117.3 31.8))", "SHAPE_SELF_INTERSECTION")]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.801, 117.3005 31.8, 117.3 31.8))", "SHAPE_SELF_INTERSECTION SHAPE_SPIKE", true)]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3005 31.8, 117.3 31.801, 117.3 31.8))", "SHAPE_SELF_TOUCH", true)]
    [InlineData($"POLYGON ({Square}, (117.4 31.8, 117.4 31.8002, 117.4002 31.8002, 117.4 31.8))", "SHAPE_HOLE_OUTSIDE")]
    [InlineData($"POLYGON ({Square}, (117.3 31.8005, 117.3002 31.8006, 117.3002 31.8004, 117.3 31.8005))", "SHAPE_HOLE_TOUCHES")]
    [InlineData($"POLYGON ({Square}, (117.3002 31.8002, 117.3004 31.8002, 117.3004 31.8004, 117.3002 31.8002))", "SHAPE_RING_DIRECTION")]
    [InlineData(
        $"POLYGON ({Square}, (117.3001 31.8001, 117.3001 31.8009, 117.3009 31.8009, 117.3001 31.8001), (117.3002 31.8003, 117.3002 31.8005, 117.3003 31.8005, 117.3002 31.8003))",
        "SHAPE_HOLES_NESTED")]
    [InlineData($"MULTIPOLYGON (({Square}), ((117.4 31.8, 117.401 31.8, 117.401 31.801, 117.4 31.8)))", "SHAPE_MULTIPART")]
    [InlineData($"MULTIPOLYGON (({Square}), ((117.3002 31.8002, 117.3004 31.8002, 117.3004 31.8004, 117.3002 31.8002)))", "SHAPE_MULTIPART SHAPE_PARTS_OVERLAP")]
    [InlineData($"MULTIPOLYGON (({Square}), ({Square}))", "SHAPE_MULTIPART SHAPE_SELF_INTERSECTION", true)]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.8))", "SHAPE_DUPLICATE_VERTEX")]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301000004 31.8, 117.301 31.801, 117.3 31.8))", "SHAPE_DUPLICATE_VERTEX")] // 0.4 mm
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.8004, 117.305 31.8005, 117.301 31.8004005, 117.301 31.801, 117.3 31.801, 117.3 31.8))", "SHAPE_SPIKE")]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.800002, 117.3 31.800002, 117.3 31.8))", "SHAPE_SLIVER")] // 0.22 m × 95 m
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.3 31.8, 117.3 31.8))", "SHAPE_DUPLICATE_VERTEX SHAPE_SPIKE SHAPE_TOO_FEW_POINTS")]
    [InlineData("POLYGON EMPTY", "SHAPE_EMPTY")]
    [InlineData("LINESTRING (117.3 31.8, 117.301 31.8)", "SHAPE_TYPE")]
    public void Check_OfABadShape_FindsEachFault(string wkt, string codes, bool sharesAPlace = false)
    {
        var found = Find(wkt).Select(f => f.Code).Distinct().Order(StringComparer.Ordinal).ToArray();

        if (sharesAPlace) Assert.Subset(found.ToHashSet(), codes.Split(' ').Take(1).ToHashSet());
        else Assert.Equal(codes.Split(' '), found);
    }

    [Fact]
    public void Check_OfABowTie_NamesTheCrossingAndANearVertex()
    {
        var finding = Assert.Single(Find("POLYGON ((117.3 31.8, 117.3012 31.8012, 117.3012 31.8, 117.3 31.8012, 117.3 31.8))"));

        Assert.Equal(QualitySeverity.Error, finding.Severity);
        Assert.Equal(117.3006, finding.Place!.Value.Longitude, 9);
        Assert.Equal(31.8006, finding.Place.Value.Latitude, 9);
        Assert.Equal((1, 1), (finding.Place.Value.Part, finding.Place.Value.Ring));
        Assert.InRange(finding.Place.Value.Vertex, 1, 4);
        Assert.Contains("117.3006", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfASpike_GivesItsTipAngleAndWidth()
    {
        var finding = Assert.Single(Find("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.8004, 117.305 31.8005, 117.301 31.8004005, 117.301 31.801, 117.3 31.801, 117.3 31.8))"));

        Assert.Equal(new QualityPlace(117.305, 31.8005, 1, 1, 4), finding.Place);
        // 5e-7° of latitude = 0.0554 m across, seen from about 378.8 m away: 0.0084°.
        Assert.InRange(finding.Figures.Single(f => f.Name == "宽").Value, 0.054, 0.057);
        Assert.InRange(finding.Figures.Single(f => f.Name == "夹角").Value, 0.0080, 0.0088);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Check_OfACoordinateThatIsNoNumber_NamesTheVertex(double bad)
    {
        var shape = new Polygon(new LinearRing([new(117.3, 31.8), new(117.301, 31.8), new(117.301, bad), new(117.3, 31.8)]));

        var finding = Assert.Single(GeometryCheck.Default.Check(shape));

        Assert.Equal("SHAPE_COORDINATE", finding.Code);
        Assert.Equal(3, finding.Place!.Value.Vertex);
    }

    [Fact]
    public void Check_OfNothing_SaysSo() => Assert.Equal("SHAPE_MISSING", Assert.Single(GeometryCheck.Default.Check(null)).Code);

    [Fact]
    public void Check_OfAMillionVertices_RefusesWithoutLookingFurther()
    {
        var points = Enumerable.Range(0, 1_000_000).Select(i => new Coordinate(117 + Math.Cos(i * 2e-6 * Math.PI), 31 + Math.Sin(i * 2e-6 * Math.PI))).ToList();
        points.Add(points[0].Copy());

        Assert.Equal("SHAPE_TOO_MANY_POINTS", Assert.Single(GeometryCheck.Default.Check(new Polygon(new LinearRing([.. points])))).Code);
    }

    [Fact]
    public void Check_OfAThousandDuplicates_ListsAFewAndCountsTheRest()
    {
        var points = Enumerable.Repeat(new Coordinate(117.3, 31.8), 1001).Append(new(117.301, 31.8)).Append(new(117.301, 31.801)).Append(new(117.3, 31.8));

        var found = GeometryCheck.Default.Check(new Polygon(new LinearRing([.. points])));

        Assert.Equal(21, found.Count);
        Assert.Equal(980, found[^1].Figures.Single().Value);
    }

    [Fact]
    public void RawRing_ThatIsOpenOrShort_SaysWhere()
    {
        Assert.Equal("SHAPE_RING_OPEN", Assert.Single(RawRing.Check([new(117, 31), new(117.1, 31), new(117.1, 31.1), new(117, 31.1)], 1, 1)).Code);
        Assert.Equal("SHAPE_TOO_FEW_POINTS", Assert.Single(RawRing.Check([new(117, 31), new(117.1, 31), new(117, 31)], 1, 2)).Code);
        Assert.Equal(2, Assert.Single(RawRing.Check([new(117, 31), new(double.NaN, 31), new(117, 31)], 1, 2)).Place!.Value.Vertex);
        Assert.Empty(RawRing.Check([new(117, 31), new(117.1, 31), new(117.1, 31.1), new(117, 31)], 1, 1));
    }

    private static IReadOnlyList<QualityFinding> Find(string wkt) => GeometryCheck.Default.Check(new WKTReader().Read(wkt));
}
