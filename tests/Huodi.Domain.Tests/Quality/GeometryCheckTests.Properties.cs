using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Quality;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Valid;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

public sealed partial class GeometryCheckTests
{
    /// <summary>On a coarse grid random rings cross, touch, run back and repeat points all the time, and are sometimes valid.</summary>
    [Fact]
    public void Check_OfAnyRings_AgreesWithTheGeneralValidityCheck()
    {
        Prop.ForAll(Shapes(), AgreesWithIsValidOp).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    /// <summary>Points a few units in the last place off a common line, where a careless sign is wrong.</summary>
    [Fact]
    public void Check_OfNearlyCollinearRings_AgreesWithTheGeneralValidityCheck()
    {
        var point = from t in Gen.Choose(0, 6)
                    from ulps in Gen.Choose(-2, 2)
                    select new Coordinate(117.3 + (t * 0.001), Nudge(31.8 + (t * 0.0007), ulps));
        var ring = from count in Gen.Choose(3, 6)
                   from points in point.ListOf(count)
                   from away in Gen.Choose(-3, 3)
                   select Closed([.. points, new Coordinate(117.302, 31.8 + (away * 0.001))]);

        Prop.ForAll(ring.Select(r => (Geometry)new Polygon(r)).ToArbitrary(), AgreesWithIsValidOp).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    /// <summary>What is proved from the bytes is valid, and cut or foreign bytes prove nothing.</summary>
    [Fact]
    public void PlainWkb_OfAnyRings_NeverProvesWhatIsNotValid()
    {
        Prop.ForAll(Shapes(), shape =>
        {
            var wkb = new WKBWriter(ByteOrder.LittleEndian).Write(shape);
            var isProved = PlainWkb.IsSurelyValid(wkb);
            return (!isProved || new IsValidOp(shape).IsValid) && !PlainWkb.IsSurelyValid(wkb.AsSpan(0, wkb.Length - 1)) && !PlainWkb.IsSurelyValid(wkb.AsSpan(1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
        Assert.True(PlainWkb.IsSurelyValid(new WKBWriter(ByteOrder.LittleEndian).Write(new WKTReader().Read($"MULTIPOLYGON (({Square}))"))));
        Assert.False(PlainWkb.IsSurelyValid([]));
    }

    private static bool AgreesWithIsValidOp(Geometry shape) =>
        new IsValidOp(shape).IsValid == !GeometryCheck.Default.Check(shape).Any(f => f.Severity == QualitySeverity.Error);

    private static Arbitrary<Geometry> Shapes()
    {
        var point = from x in Gen.Choose(0, 9)
                    from y in Gen.Choose(0, 9)
                    select new Coordinate(117 + (x * 0.01), 31 + (y * 0.01));
        var wild = from count in Gen.Choose(3, 9)
                   from points in point.ListOf(count)
                   select Closed(points);
        var star = from count in Gen.Choose(3, 40)
                   from radii in Gen.Choose(1, 100).ListOf(count)
                   from x in Gen.Choose(0, 9)
                   from y in Gen.Choose(0, 9)
                   select Closed(radii.Select((r, i) => new Coordinate(
                       117 + (x * 0.01) + (r * 0.0004 * Math.Cos(i * 2 * Math.PI / count)), 31 + (y * 0.01) + (r * 0.0004 * Math.Sin(i * 2 * Math.PI / count)))));
        var ring = Gen.OneOf(wild, star);
        var polygon = from shell in ring
                      from holes in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2))).SelectMany(n => ring.ListOf(n))
                      select new Polygon(shell, [.. holes]);
        var shape = Gen.Frequency(
            (4, polygon.Select(p => (Geometry)p)),
            (1, from parts in Gen.Choose(1, 3).SelectMany(n => polygon.ListOf(n)) select (Geometry)new MultiPolygon([.. parts])));
        return shape.ToArbitrary();
    }

    private static LinearRing Closed(IEnumerable<Coordinate> points)
    {
        var all = points.Select(p => p.Copy()).ToList();
        all.Add(all[0].Copy());
        return new LinearRing([.. all]);
    }

    private static double Nudge(double value, int ulps)
    {
        for (var i = 0; i < Math.Abs(ulps); i++) value = ulps > 0 ? Math.BitIncrement(value) : Math.BitDecrement(value);
        return value;
    }
}
