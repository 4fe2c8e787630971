using Huodi.Domain.Geodesy;
using Huodi.Domain.Overlays;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Huodi.Domain.Tests.Overlays;

public sealed class ParcelOverlayTests
{
    private const double Hundredth = 0.01;

    private static readonly WKTReader Wkt = new();

    /// <summary>A parcel of 0.004° × 0.004°.</summary>
    private static readonly Geometry Parcel = Box(117, 31, 117.004, 31.004);

    [Fact]
    public void Measure_OfAParcelWhollyInside_IsItsMeasuredArea()
    {
        var measure = Measure(Parcel, Box(116.9, 30.9, 117.1, 31.1));

        Assert.Equal(new OverlapMeasure(EllipsoidalArea.SquareMetres(Parcel), 1), measure);
    }

    [Fact]
    public void Measure_OfAParcelThatIsTheControlPolygon_IsExactlyTheWhole()
    {
        Assert.Equal(1, Measure(Parcel, Parcel).Share);
        Assert.Equal(1, Measure(Parcel, Parcel.Reverse()).Share);
    }

    [Theory]
    [InlineData(116.996, 31, 117, 31.004)] // shares the western edge
    [InlineData(117.004, 31, 117.008, 31.004)]
    [InlineData(117, 31.004, 117.004, 31.008)]
    [InlineData(117, 30.996, 117.004, 31)]
    [InlineData(116.999, 31.004, 117.002, 31.009)] // runs along part of an edge
    [InlineData(117.001, 30.99, 117.003, 31)]
    [InlineData(117.004, 31.004, 117.008, 31.008)] // touches a corner
    [InlineData(116.99, 30.99, 117, 31)]
    [InlineData(117.005, 31, 117.008, 31.004)] // apart
    public void Measure_OfATouch_IsZero(double west, double south, double east, double north)
    {
        Assert.Equal(default, Measure(Parcel, Box(west, south, east, north)));
    }

    [Theory]
    [InlineData(117, 31, 117.002, 31.004, 0.5)] // half, along three edges
    [InlineData(117, 31, 117.001, 31.004, 0.25)]
    [InlineData(117.003, 30, 118, 32, 0.25)] // a line right through
    [InlineData(117.001, 31, 117.002, 31.004, 0.25)] // both ends on edges
    public void Measure_OfAPart_IsItsShare(double west, double south, double east, double north, double share)
    {
        var measure = Measure(Parcel, Box(west, south, east, north));

        Assert.Equal(share, measure.Share, 1e-9);
        Assert.Equal(EllipsoidalArea.SquareMetres(Parcel.Intersection(Box(west, south, east, north))), measure.SquareMetres, Hundredth);
    }

    [Fact]
    public void Measure_OfAHoleOrAnIsland_LeavesItOut()
    {
        var hole = Wkt.Read("POLYGON ((117 31, 117.004 31, 117.004 31.004, 117 31.004, 117 31), (117.001 31.001, 117.001 31.003, 117.003 31.003, 117.003 31.001, 117.001 31.001))");
        var island = Box(117.001, 31.001, 117.003, 31.003);

        Assert.Equal(default, Measure(island, hole));
        Assert.Equal(default, Measure(hole, island));
        Assert.Equal(1, Measure(hole, Parcel).Share);
        Assert.Equal(EllipsoidalArea.SquareMetres(hole), Measure(Parcel, hole).SquareMetres, Hundredth);
    }

    [Fact]
    public void Measure_OfAPartitionOfAParcel_AddsUpToIt()
    {
        // Cut in eight wedges through one inner point: every line is shared by two.
        var random = new Random(1);
        var corners = Enumerable.Range(0, 8).Select(i => (i * Math.PI / 4) + (random.NextDouble() / 2)).Select(a => new Coordinate(117.002 + (0.1 * Math.Cos(a)), 31.002 + (0.1 * Math.Sin(a)))).ToList();
        var middle = new Coordinate(117.0021, 31.0017);
        var wedges = Enumerable.Range(0, 8).Select(i => (Geometry)new GeometryFactory().CreatePolygon([middle, corners[i], corners[(i + 1) % 8], middle])).ToList();

        var each = wedges.Select(w => Measure(Parcel, w).SquareMetres).ToList();

        Assert.All(each, a => Assert.True(a > 1));
        Assert.Equal(EllipsoidalArea.SquareMetres(Parcel), each.Sum(), Hundredth);
        Assert.Equal(1, Measure(Parcel, [.. wedges]).Share);
    }

    [Fact]
    public void Measure_OfPolygonsThatCoverTheSameGround_CountsItOnce()
    {
        var measure = Measure(Parcel, Box(117, 31, 117.003, 31.004), Box(117.001, 31, 117.004, 31.002));

        Assert.Equal(0.875, measure.Share, 1e-5);
    }

    [Fact]
    public void Measure_OfAControlPolygonThatCrossesItself_GivesTheGeneralAnswer()
    {
        var bow = new GeometryFactory().CreatePolygon([new(117, 31), new(117.004, 31.004), new(117.004, 31), new(117, 31.004), new(117, 31)]);

        var measure = Measure(Parcel, bow);

        Assert.Equal(0.5, measure.Share, 1e-5);
    }

    [Fact]
    public void Measure_OfPartsOfAParcel_AddsThemUp()
    {
        var parcel = new GeometryFactory().CreateMultiPolygon([(Polygon)Box(117, 31, 117.001, 31.001), (Polygon)Box(117.002, 31, 117.003, 31.001)]);

        Assert.Equal(0.5, Measure(parcel, Box(116.9, 30.9, 117.0015, 31.1)).Share, 1e-12);
        Assert.Equal(1, Measure(parcel, Box(116.9, 30.9, 117.1, 31.1)).Share);
    }

    [Fact]
    public void Measure_OfRandomShapesOnACoarseGrid_AgreesWithTheGeneralOverlay()
    {
        // On a grid of ten by ten nearly every line runs along another or through its corners.
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var (parcel, control) = (Star(random, 10), Star(random, 10));
            if (parcel is not { IsValid: true } || control is not { IsValid: true }) continue;

            var expected = EllipsoidalArea.SquareMetres(NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(
                parcel, control, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection));
            var measure = Measure(parcel, control);

            Assert.True(Math.Abs(expected - measure.SquareMetres) < Hundredth, $"seed {seed}: {expected} {measure.SquareMetres}\n{parcel}\n{control}");
        }
    }

    [Fact]
    public void Measure_OfLongOutlines_AgreesWithTheGeneralOverlay()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var (parcel, control) = (Blob(random, 60), Blob(random, 900));

            var expected = EllipsoidalArea.SquareMetres(parcel.Intersection(control));

            Assert.Equal(expected, Measure(parcel, control).SquareMetres, Hundredth);
        }
    }

    [Fact]
    public void Measure_OfALayerOfManyPolygons_FindsThemAll()
    {
        // A checkerboard of 60 by 60: half of any parcel that is as wide as an even number of its fields.
        var fields = Enumerable.Range(0, 3600).Where(i => ((i % 60) + (i / 60)) % 2 == 0)
            .Select(i => (Geometry)Box(117 + (i % 60 * 0.001), 31 + (i / 60 * 0.001), 117 + (((i % 60) + 1) * 0.001), 31 + (((i / 60) + 1) * 0.001))).ToList();

        for (var k = 0; k < 56; k += 3)
        {
            var parcel = Box(117 + (k * 0.001), 31 + (k * 0.001), 117 + ((k + 4) * 0.001), 31 + ((k + 2) * 0.001));
            Assert.Equal(0.5, Measure(parcel, [.. fields]).Share, 1e-6);
        }
    }

    private static OverlapMeasure Measure(Geometry parcel, params IReadOnlyList<Geometry> control)
    {
        var writer = new WKBWriter();
        var layer = ControlLayer.Build("永久基本农田", control.Select(c => (ReadOnlyMemory<byte>)writer.Write(c)));
        var results = new OverlapMeasure[1];
        var whole = new ParcelOverlay([layer]).Measure(writer.Write(parcel), results);
        Assert.Equal(EllipsoidalArea.SquareMetres(parcel), whole);
        return results[0];
    }

    private static Polygon Box(double west, double south, double east, double north) =>
        new GeometryFactory().CreatePolygon([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);

    /// <summary>Corners on a grid of 0.0001°, sorted round their middle.</summary>
    private static Polygon? Star(Random random, int grid)
    {
        var points = Enumerable.Range(0, random.Next(3, 9)).Select(_ => (X: random.Next(grid), Y: random.Next(grid))).Distinct().ToList();
        if (points.Count < 3) return null;
        var (mx, my) = (points.Average(p => p.X) + 0.01, points.Average(p => p.Y) + 0.003);
        var ring = points.OrderBy(p => Math.Atan2(p.Y - my, p.X - mx)).Select(p => new Coordinate(117 + (p.X * 0.0001), 31 + (p.Y * 0.0001))).ToList();
        return new GeometryFactory().CreatePolygon([.. ring, ring[0]]);
    }

    private static Polygon Blob(Random random, int vertices)
    {
        var (x, y) = (117 + (random.NextDouble() * 0.001), 31 + (random.NextDouble() * 0.001));
        var ring = Enumerable.Range(0, vertices).Select(i => (Angle: 2 * Math.PI * i / vertices, Reach: 0.002 * (0.7 + (0.3 * random.NextDouble()))))
            .Select(p => new Coordinate(x + (p.Reach * Math.Cos(p.Angle)), y + (p.Reach * Math.Sin(p.Angle)))).ToList();
        return new GeometryFactory().CreatePolygon([.. ring, ring[0]]);
    }
}
