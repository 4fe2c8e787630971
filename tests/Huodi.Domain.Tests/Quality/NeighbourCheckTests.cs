using Huodi.Domain.Geodesy;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

public sealed class NeighbourCheckTests
{
    // About 94.7 m × 110.9 m each at this latitude.
    private const string West = "POLYGON ((117.300 31.8, 117.301 31.8, 117.301 31.801, 117.300 31.801, 117.300 31.8))";
    private const string East = "POLYGON ((117.301 31.8, 117.302 31.8, 117.302 31.801, 117.301 31.801, 117.301 31.8))";

    [Fact]
    public void Run_OfNeighboursWithOneBoundary_FindsNothing() => Assert.Empty(Find(("a", West), ("b", East)));

    [Fact]
    public void Run_OfABoundaryWithAPointOnlyOneOfThemHas_FindsNothing() => Assert.Empty(Find(
        ("a", West), ("b", "POLYGON ((117.301 31.8, 117.302 31.8, 117.302 31.801, 117.301 31.801, 117.301 31.8004, 117.301 31.8))")));

    [Fact]
    public void Run_OfNestedLShapes_FindsNothing() => Assert.Empty(Find(
        ("a", "POLYGON ((117.300 31.8, 117.302 31.8, 117.302 31.801, 117.301 31.801, 117.301 31.802, 117.300 31.802, 117.300 31.8))"),
        ("b", "POLYGON ((117.301 31.801, 117.302 31.801, 117.302 31.802, 117.301 31.802, 117.301 31.801))")));

    [Fact]
    public void Run_AcrossARoad_FindsNothing() => Assert.Empty(Find(
        ("a", West), ("b", "POLYGON ((117.30105 31.8, 117.302 31.8, 117.302 31.801, 117.30105 31.801, 117.30105 31.8))"))); // 4.7 m

    [Fact]
    public void Run_OfAnOverlap_GivesItsAreaOnTheEllipsoidAndAPlaceInside()
    {
        var found = Assert.Single(Find(("b", East), ("a", "POLYGON ((117.300 31.8, 117.30101 31.8, 117.30101 31.801, 117.300 31.801, 117.300 31.8))")));

        var strip = new WKTReader().Read("POLYGON ((117.301 31.8, 117.30101 31.8, 117.30101 31.801, 117.301 31.801, 117.301 31.8))");
        Assert.Equal(("NEIGHBOUR_OVERLAP", "a", "b"), (found.Finding.Code, found.Parcel, found.Other));
        Assert.Equal(EllipsoidalArea.SquareMetres(strip), found.Finding.Figures.Single(f => f.Name == "面积").Value, 1e-3);
        Assert.True(strip.Contains(new Point(found.Finding.Place!.Value.Longitude, found.Finding.Place.Value.Latitude)));
    }

    [Fact]
    public void Run_OfAnOverlapBelowTheTolerance_FindsNothing() => Assert.Empty(Find(
        ("a", West), ("b", "POLYGON ((117.300999999 31.8, 117.302 31.8, 117.302 31.801, 117.300999999 31.801, 117.300999999 31.8))"))); // 0.1 mm × 111 m = 0.01 ㎡

    [Fact]
    public void Run_OfAParcelInsideAnother_FindsTheOverlap() => Assert.Equal(["NEIGHBOUR_OVERLAP"], Codes(
        ("a", West), ("b", "POLYGON ((117.3002 31.8002, 117.3004 31.8002, 117.3004 31.8004, 117.3002 31.8004, 117.3002 31.8002))")));

    [Fact]
    public void Run_OfANarrowGap_GivesItsAreaAndWidth()
    {
        // 5e-6° of longitude = 0.4734 m between the two.
        var found = Assert.Single(Find(("a", West), ("b", "POLYGON ((117.301005 31.8, 117.302 31.8, 117.302 31.801, 117.301005 31.801, 117.301005 31.8))")));

        var strip = new WKTReader().Read("POLYGON ((117.301 31.8, 117.301005 31.8, 117.301005 31.801, 117.301 31.801, 117.301 31.8))");
        Assert.Equal("NEIGHBOUR_GAP", found.Finding.Code);
        Assert.InRange(found.Finding.Figures.Single(f => f.Name == "面积").Value, EllipsoidalArea.SquareMetres(strip) - 0.3, EllipsoidalArea.SquareMetres(strip) + 0.1);
        Assert.InRange(found.Finding.Figures.Single(f => f.Name == "平均宽").Value, 0.45, 0.48);
    }

    [Fact]
    public void Run_OfAGapThatAThirdParcelFills_FindsNothing() => Assert.DoesNotContain("NEIGHBOUR_GAP", Codes(
        ("a", West),
        ("b", "POLYGON ((117.301005 31.8, 117.302 31.8, 117.302 31.801, 117.301005 31.801, 117.301005 31.8))"),
        ("path", "POLYGON ((117.301 31.8, 117.301005 31.8, 117.301005 31.801, 117.301 31.801, 117.301 31.8))")));

    [Fact]
    public void Run_OfOneShapeUnderTwoIds_NamesBoth()
    {
        var found = Assert.Single(Find(("b", West), ("a", "POLYGON ((117.301 31.801, 117.300 31.801, 117.300 31.8, 117.301 31.8, 117.301 31.801))")));

        Assert.Equal(("NEIGHBOUR_SAME_SHAPE", "a", "b"), (found.Finding.Code, found.Parcel, found.Other));
    }

    [Fact]
    public void Run_OfOneIdTwice_SaysSo() => Assert.Equal(["NEIGHBOUR_SAME_ID"], Codes(("a", West), ("a", East)));

    [Fact]
    public void Run_WithABadShape_SkipsItAndChecksTheRest() => Assert.Equal(["NEIGHBOUR_OVERLAP", "NEIGHBOUR_SKIPPED"], Codes(
        ("bad", "POLYGON ((117.3 31.8, 117.301 31.801, 117.301 31.8, 117.3 31.801, 117.3 31.8))"),
        ("a", West),
        ("b", "POLYGON ((117.3005 31.8, 117.3015 31.8, 117.3015 31.801, 117.3005 31.801, 117.3005 31.8))")));

    /// <summary>Random convex and concave parcels: each pair overlaps by what the overlay of the two says.</summary>
    [Fact]
    public void Run_OfRandomParcels_FindsExactlyTheOverlapsOfTheFullOverlay()
    {
        var random = new Random(20261122);
        var shapes = Enumerable.Range(0, 80).Select(_ => Star(random)).ToList();

        var found = Find([.. shapes.Select((s, n) => ($"{n:000}", s.AsText()))]).Where(f => f.Finding.Code == "NEIGHBOUR_OVERLAP")
            .GroupBy(f => (f.Parcel, f.Other!)).ToDictionary(g => g.Key, g => g.Sum(f => f.Finding.Figures[0].Value));

        var expected = from a in Enumerable.Range(0, shapes.Count)
                       from b in Enumerable.Range(a + 1, shapes.Count - a - 1)
                       let area = EllipsoidalArea.SquareMetres(shapes[a].Intersection(shapes[b]))
                       where area > 0.2
                       select (Key: ($"{a:000}", $"{b:000}"), area);
        Assert.True(found.Count > 30);
        Assert.All(expected, e => Assert.Equal(e.area, found[e.Key], Math.Max(0.05, e.area * 1e-5)));
        Assert.Equal(expected.Count(), found.Count(f => f.Value > 0.2));
    }

    private static Polygon Star(Random random)
    {
        var (x, y) = (117.3 + (random.NextDouble() * 0.01), 31.8 + (random.NextDouble() * 0.01));
        var count = random.Next(3, 12);
        var points = Enumerable.Range(0, count).Select(i => (Angle: i * 2 * Math.PI / count, Radius: 0.0003 + (random.NextDouble() * 0.0006)))
            .Select(p => new Coordinate(x + (p.Radius * Math.Cos(p.Angle)), y + (p.Radius * Math.Sin(p.Angle)))).ToList();
        points.Add(points[0].Copy());
        return new Polygon(new LinearRing([.. points]));
    }

    private static string[] Codes(params (string Id, string Wkt)[] parcels) => [.. Find(parcels).Select(f => f.Finding.Code).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<ParcelFinding> Find(params (string Id, string Wkt)[] parcels)
    {
        var check = new NeighbourCheck(QualityProfile.Default);
        foreach (var (id, wkt) in parcels)
        {
            var shape = new WKTReader().Read(wkt);
            check.Add(id, shape, !GeometryCheck.Default.Check(shape).Any(f => f.Severity == QualitySeverity.Error));
        }

        return check.Run(CancellationToken.None);
    }
}
