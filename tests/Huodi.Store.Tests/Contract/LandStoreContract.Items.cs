using System.Text.Json.Nodes;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    [Fact]
    public async Task SaveAsync_OfAParcel_GivesItBackWholeWithItsBatch()
    {
        await using var store = await NewStoreAsync();
        var facts = Land.Facts(
            9,
            ("宗地面积", JsonNode.Parse("1234.50")!),
            ("已开工", false),
            ("供地日期", "2024-02-29"),
            ("不计入期间", new JsonArray(new JsonObject { ["原因"] = "政府原因", ["起"] = "2024-03-01", ["止"] = null })),
            ("备注", "引号\"与<尖>、换行\n、🏗"));
        var parcel = Land.Parcel("340111001", Land.SquareWithHole(117.123456789012, 31.8), facts: facts, generated: true);

        var report = await store.SaveAsync(Land.Batch(parcel), None);

        var found = await store.FindParcelAsync("340111001", None);
        Assert.NotNull(found);
        Assert.Equal(1, report.Batch);
        Assert.Equal(Described.Text(parcel with { Facts = found.Facts }), Described.Text(found));
        Assert.Equal(Described.Text(facts, report.Batch), Described.Text(found.Facts));
        Assert.Contains("1234.50", Described.Text(found.Facts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_OfAParcelInTwoPieces_KeepsBothPieces()
    {
        await using var store = await NewStoreAsync();
        var parcel = Land.Parcel("P1", Land.TwoSquares(117, 31));

        _ = await store.SaveAsync(Land.Batch(parcel), None);

        var found = await store.FindParcelAsync("P1", None);
        Assert.True(parcel.Shape.EqualsExact(found?.Shape));
    }

    [Fact]
    public async Task SaveAsync_OfAGrant_GivesItBackWholeWithItsBatch()
    {
        await using var store = await NewStoreAsync();
        var placed = Land.Grant("3401112007B00001", parcelId: "P1");
        var unplaced = Land.Grant("3401112007B00001-1") with { Name = "" };

        _ = await store.SaveAsync(Land.Batch(placed, unplaced), None);

        var found = await store.FindGrantAsync(placed.Number, None);
        Assert.Equal(Described.Text(placed).Replace("@0,", "@1,", StringComparison.Ordinal), Described.Text(found!));
        Assert.Null((await store.FindGrantAsync(unplaced.Number, None))!.ParcelId);
    }

    [Fact]
    public async Task DistrictsAsync_AfterASave_GivesThemByCode()
    {
        await using var store = await NewStoreAsync();
        var (baohe, shushan) = (Land.District(Land.Baohe), Land.District(Land.Shushan, Land.Square(117, 31)));

        _ = await store.SaveAsync(Land.Batch(baohe, shushan), None);

        var found = await store.DistrictsAsync(None).Select(Described.Text).ToListAsync();
        Assert.Equal([Described.Text(shushan), Described.Text(baohe)], found);
    }

    [Fact]
    public async Task FindAsync_OfAnUnknownIdentity_IsNull()
    {
        await using var store = await NewStoreAsync();

        Assert.Null(await store.FindParcelAsync("nowhere", None));
        Assert.Null(await store.FindGrantAsync("nowhere", None));
        Assert.Empty(await store.HeaderAsync(7, None));
        Assert.Empty(await store.ParcelsAsync(DivisionCode.Country, None).ToListAsync());
    }

    [Theory]
    [InlineData("100000", "A1,A2,B1,C1,D1")]
    [InlineData("340000", "A1,A2,B1,C1")]
    [InlineData("340100", "A1,A2,B1")]
    [InlineData("340111", "A1,A2")]
    [InlineData("340112", "")]
    public async Task ParcelsAsync_OfARegion_GivesThoseInsideById(string region, string ids)
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(
            Land.Batch(
                Land.Parcel("D1", division: DivisionCode.Parse("210202")),
                Land.Parcel("C1", division: DivisionCode.Parse("340202")),
                Land.Parcel("B1", division: Land.Shushan),
                Land.Parcel("A2", division: Land.Baohe),
                Land.Parcel("A1", division: Land.Baohe)),
            None);

        var found = await store.ParcelsAsync(DivisionCode.Parse(region), None).Select(p => p.Id).ToListAsync();

        Assert.Equal(ids, string.Join(',', found));
    }

    [Fact]
    public async Task GrantsAsync_OfARegion_GivesThoseInsideByNumber()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(
            Land.Batch(Land.Grant("3401112007B00002"), Land.Grant("2102022007B00001"), Land.Grant("3401002007A00009"), Land.Grant("3401112007B00002-1")), None);

        var found = await store.GrantsAsync(DivisionCode.Parse("340100"), None).Select(g => g.Number).ToListAsync();

        Assert.Equal(["3401002007A00009", "3401112007B00002", "3401112007B00002-1"], found);
    }

    [Fact]
    public async Task ParcelsAsync_WithIdsOfManyScripts_OrdersThemByCode()
    {
        await using var store = await NewStoreAsync();
        string[] ids = ["b", "B", "a-1", "a1", "宗2", "宗1", "_"];
        _ = await store.SaveAsync(Land.Batch([.. ids.Select(i => Land.Parcel(i))]), None);

        var found = await store.ParcelsAsync(DivisionCode.Country, None).Select(p => p.Id).ToListAsync();

        Assert.Equal(ids.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task ParcelsAsync_WhileAnotherSaveRuns_GivesTheStateAtItsBeginning()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch([.. Enumerable.Range(0, 500).Select(n => Land.Parcel($"A{n:000}"))]), None);

        var seen = 0;
        await foreach (var parcel in store.ParcelsAsync(DivisionCode.Country, None))
        {
            if (seen++ == 0) _ = await store.SaveAsync(Land.Batch(Land.Parcel("Z1")), None);
            Assert.NotEqual("Z1", parcel.Id);
        }

        Assert.Equal(500, seen);
        Assert.NotNull(await store.FindParcelAsync("Z1", None));
    }
}
