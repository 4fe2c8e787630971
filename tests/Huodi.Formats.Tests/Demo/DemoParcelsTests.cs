using Huodi.App.Demo;
using Huodi.Domain.Codes;
using Huodi.Domain.Districts;
using Huodi.Domain.Parcels;
using Huodi.Formats.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace Huodi.Formats.Tests.Demo;

public sealed class DemoParcelsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly IReadOnlyList<District> Hefei = Districts("hefei");
    private static readonly IReadOnlyList<Parcel> Parcels = [.. DemoParcels.Generate(Hefei, 3_000, 7, Today)];

    [Fact]
    public void Generate_SameSeed_GivesTheSameParcels()
    {
        var again = DemoParcels.Generate(Hefei, 3_000, 7, Today).ToList();

        Assert.Equal(Parcels.Select(Print), again.Select(Print));
        Assert.NotEqual(Print(Parcels[0]), Print(DemoParcels.Generate(Hefei, 3_000, 8, Today).First()));
    }

    [Fact]
    public void Generate_EveryParcel_SaysThatItIsGenerated()
    {
        Assert.Equal(3_000, Parcels.Count);
        Assert.Equal(3_000, Parcels.DistinctBy(p => p.Id).Count());
        Assert.All(Parcels, p =>
        {
            Assert.True(p.IsGenerated);
            Assert.Matches("^DEMO-[0-9]{6}-[0-9]{6}$", p.Id);
            Assert.Matches("^演示地块 [0-9]{4,}（生成）$", p.Name);
            Assert.All(p.Facts.All, f => Assert.Equal("演示生成", f.Source.File));
            Assert.Contains("（生成）", p.Facts.Find("权利人")?.Value.GetValue<string>(), StringComparison.Ordinal);
            Assert.True(DemoParcels.Made(p.Facts));
        });
        Assert.Equal("演示地块 0001（生成）", Parcels[0].Name);
    }

    [Theory]
    [InlineData("hefei", 2_000)]
    [InlineData("dalian", 2_000)]
    [InlineData("qingdao", 300)]
    [InlineData("urumqi", 300)]
    [InlineData("hefei", 30_000)]
    public void Generate_EveryParcel_LiesWhollyInItsDistrict(string city, int count)
    {
        var districts = Districts(city).ToDictionary(d => d.Code, d => PreparedGeometryFactory.Prepare(d.Boundary));

        var parcels = DemoParcels.Generate(Districts(city), count, 42, Today).ToList();

        Assert.Equal(count, parcels.Count);
        Assert.All(parcels, p => Assert.True(districts[p.Division].ContainsProperly(p.Shape), p.Id));
        Assert.All(parcels, p => Assert.True(p.Shape.IsValid, p.Id));
        Assert.Equal(districts.Count, parcels.DistinctBy(p => p.Division).Count());
    }

    [Fact]
    public void Generate_NoTwoParcels_Touch()
    {
        var tree = new STRtree<Parcel>();
        foreach (var parcel in Parcels) tree.Insert(parcel.Shape.EnvelopeInternal, parcel);

        Assert.All(Parcels, p => Assert.DoesNotContain(tree.Query(p.Shape.EnvelopeInternal), other => other.Id != p.Id && other.Shape.Intersects(p.Shape)));
    }

    [Fact]
    public void Generate_Areas_AreThoseOfParcels()
    {
        var registered = Parcels.Select(p => Number(p, "宗地面积") ?? 0).ToList();
        var same = Parcels.Count(p => Math.Abs((double)(Number(p, "宗地面积") ?? 0) - Measured(p.Shape)) < 1);

        Assert.All(Parcels, p => Assert.InRange(Measured(p.Shape), 3_000, 200_000));
        Assert.InRange(registered.Average(), 15_000, 60_000);
        Assert.InRange(same, 2_600, 2_800);
    }

    [Fact]
    public void Generate_MoreThanThereIsRoomFor_SaysHowMany()
    {
        var small = new District(DivisionCode.Parse("340111"), "小区", new Envelope(117.0, 117.01, 31.0, 31.01).ToPolygon());

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => DemoParcels.Generate([small], 5_000, 1, Today));

        Assert.Contains("最多能放", error.Message, StringComparison.Ordinal);
        Assert.Empty(DemoParcels.Generate([small], 0, 1, Today));
        Assert.Equal(40, DemoParcels.Generate([small], 40, 1, Today).Count());
    }

    [Fact]
    public void Generate_DistrictWithAHole_LeavesItOpen()
    {
        var factory = new GeometryFactory(new PrecisionModel(), 4490);
        var shell = (LinearRing)((Polygon)factory.ToGeometry(new Envelope(117.0, 117.2, 31.0, 31.2))).ExteriorRing;
        var hole = (LinearRing)((Polygon)factory.ToGeometry(new Envelope(117.05, 117.15, 31.05, 31.15))).ExteriorRing;
        var ring = new District(DivisionCode.Parse("340111"), "环区", factory.CreatePolygon(shell, [hole]));

        Assert.All(DemoParcels.Generate([ring], 400, 1, Today), p => Assert.True(ring.Boundary.Contains(p.Shape), p.Id));
    }

    /// <summary>Degrees squared times the area element of the ellipsoid at the centroid, a²(1 − e²) cos φ / (1 − e² sin² φ)².</summary>
    private static double Measured(Geometry shape)
    {
        const double EccentricitySquared = 0.006694380022900788;
        var latitude = double.DegreesToRadians(shape.Centroid.Y);
        var w = 1 - (EccentricitySquared * Math.Sin(latitude) * Math.Sin(latitude));
        return shape.Area * 6_378_137.0 * 6_378_137.0 * (1 - EccentricitySquared) * Math.Cos(latitude) / (w * w) * Math.Pow(Math.PI / 180, 2);
    }

    private static decimal? Number(Parcel parcel, string fact) => parcel.Facts.Find(fact)?.Value.GetValue<decimal>();

    private static string Print(Parcel parcel) => $"{parcel.Id} {parcel.Name} {parcel.Shape.AsText()} {parcel.Facts.ToJson().ToJsonString()}";

    private static IReadOnlyList<District> Districts(string city)
    {
        using var file = Sample.Open("boundaries", $"{city}.geojson");
        return Sample.Batch(DistrictsReader.Read(file, Sample.Request())).Districts;
    }
}

file static class Envelopes
{
    public static Geometry ToPolygon(this Envelope envelope) => new GeometryFactory(new PrecisionModel(), 4490).ToGeometry(envelope);
}
