using Huodi.Domain.Quality;
using Huodi.Domain.Quality.Repairs;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace Huodi.Domain.Tests.Quality;

public sealed class RepairTests
{
    [Fact]
    public void SuggestRepair_OfASpike_DropsItsTipAndMovesNothingElse()
    {
        var repair = Suggest("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.8004, 117.305 31.8005, 117.301 31.8004005, 117.301 31.801, 117.3 31.801, 117.3 31.8))");

        Assert.NotNull(repair);
        Assert.Equal([new Coordinate(117.305, 31.8005)], repair.Removed);
        Assert.Empty(repair.Added);
        Assert.Empty(GeometryCheck.Default.Check(repair.After));
        // The spike is a triangle 378.8 m long and 5.5 cm wide: about 10.5 ㎡.
        Assert.InRange(repair.AreaBefore!.Value - repair.AreaAfter, 10, 11);
    }

    [Fact]
    public void SuggestRepair_OfDuplicates_KeepsOneOfEach()
    {
        var repair = Suggest("POLYGON ((117.3 31.8, 117.3 31.8, 117.301 31.8, 117.301000004 31.8, 117.301 31.801, 117.3 31.8))");

        Assert.NotNull(repair);
        Assert.Equal("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.8))", repair.After.AsText());
        Assert.Contains("重复点 2 个", repair.Steps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void SuggestRepair_OfABowTie_GivesTwoSoundParts()
    {
        var repair = Suggest("POLYGON ((117.3 31.8, 117.301 31.801, 117.301 31.8, 117.3 31.801, 117.3 31.8))");

        Assert.NotNull(repair);
        Assert.Null(repair.AreaBefore);
        Assert.Equal(2, repair.After.NumGeometries);
        Assert.True(repair.After.IsValid);
    }

    [Fact]
    public void SuggestRepair_OfAHoleTurnedTheWrongWay_TurnsItAndKeepsTheArea()
    {
        var repair = Suggest("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.801, 117.3 31.8), (117.3002 31.8002, 117.3004 31.8002, 117.3004 31.8004, 117.3002 31.8002))");

        Assert.NotNull(repair);
        Assert.Equal(repair.AreaBefore!.Value, repair.AreaAfter, 1e-6);
        Assert.Empty(GeometryCheck.Default.Check(repair.After));
    }

    [Theory]
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.8))")] // sound
    [InlineData("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.800002, 117.3 31.800002, 117.3 31.8))")] // a sliver: for a person
    [InlineData("POLYGON ((117.3 31.8, 117.3 31.8, 117.3 31.8, 117.3 31.8))")] // nothing left
    [InlineData("LINESTRING (117.3 31.8, 117.4 31.8)")]
    public void SuggestRepair_OfWhatItCannotMend_SuggestsNothing(string wkt) => Assert.Null(Suggest(wkt));

    [Fact]
    public void SuggestSnap_OfASliverBetweenTwo_ClosesItOntoTheOthersCorners()
    {
        var (moves, stays) = (Read("POLYGON ((117.3 31.8, 117.300998 31.8, 117.300998 31.801, 117.3 31.801, 117.3 31.8))"), // 19 cm short
            Read("POLYGON ((117.301 31.8, 117.302 31.8, 117.302 31.801, 117.301 31.801, 117.301 31.8))"));

        var repair = new SuggestSnap(QualityProfile.Default).For("a", moves, "b", stays);

        Assert.NotNull(repair);
        Assert.Equal(Read("POLYGON ((117.3 31.8, 117.301 31.8, 117.301 31.801, 117.3 31.801, 117.3 31.8))"), repair.After);
        Assert.Null(new SuggestSnap(QualityProfile.Default).For("a", repair.After, "b", stays));
    }

    private static ShapeRepair? Suggest(string wkt) => new SuggestRepair(QualityProfile.Default).For("P", Read(wkt));

    private static Geometry Read(string wkt) => new WKTReader().Read(wkt);
}
