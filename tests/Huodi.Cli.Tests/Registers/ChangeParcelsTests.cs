using FsCheck;
using FsCheck.Fluent;
using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Testing;
using NetTopologySuite.Geometries;

namespace Huodi.Cli.Tests.Registers;

public sealed class ChangeParcelsTests : IAsyncDisposable
{
    private readonly InMemoryLandStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void SplitThenMerge_OfAnyBox_KeepsAreaAndHistory() => Prop.ForAll(
        Gen.Choose(2, 9).Zip(Gen.Choose(0, 4000)).Zip(Gen.Choose(20, 400)).ToArbitrary(),
        drawn =>
        {
            var ((parts, place), width) = drawn;
            var (x, y, w) = (116 + (place / 1000.0), 30 + (place / 700.0), width / 100_000.0);
            var store = new InMemoryLandStore();
            var whole = Ground.Parcel("P", Ground.Box(x, y, w), ("宗地面积", 1m), ("权利人", "甲公司"), ("已认定闲置", true));
            SplitAndMerge(store, whole, Strips(x, y, w, parts)).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task ChangeAsync_OfASplit_CarriesRightsWithTheirSourceAndAsksForExtents()
    {
        _ = await _store.SaveAsync(Ground.Parcel(
            "P", Ground.Box(117.2, 31.8), ("宗地面积", 40000m), ("出让价款总额", 9000m), ("容积率", 2m), ("权利人", "甲公司"), ("供地日期", "2020-01-01")));

        var change = await _store.ChangeAsync(
            ParcelChangeKind.Split,
            ["P"],
            [Ground.Parcel("P-1", Ground.Box(117.2, 31.8, 0.001), ("宗地面积", 20000m)), Ground.Parcel("P-2", Ground.Box(117.201, 31.8, 0.001))]);

        Assert.Equal(["权利人", "供地日期"], change.After[0].Carried);
        Assert.Equal(["出让价款总额", "容积率"], change.After[0].ToRestate);
        Assert.Equal(["宗地面积", "出让价款总额", "容积率"], change.After[1].ToRestate);
        var first = await _store.FindParcelAsync("P-1", CancellationToken.None);
        Assert.Equal(["宗地面积", "权利人", "供地日期"], first!.Facts.All.Select(f => f.Name)); // Just saved.
        Assert.Equal((1L, "land.geojson", 4), (first.Facts.Find("权利人")!.Source is var s ? (s.Batch, s.File, s.Row) : default)); // Just saved.
        Assert.Equal(1, (await _store.FindParcelAsync("P", CancellationToken.None))?.RetiredBy);
    }

    [Fact]
    public async Task ChangeAsync_OfAMerge_CarriesOnlyWhatAllAgreeOn()
    {
        _ = await _store.SaveAsync(
            Ground.Parcel("A", Ground.Box(117.2, 31.8, 0.001), ("权利人", "甲公司"), ("用途大类", "工业"), ("已开工", true)),
            Ground.Parcel("B", Ground.Box(117.201, 31.8, 0.001), ("权利人", "乙公司"), ("用途大类", "工业")));

        var change = await _store.ChangeAsync(ParcelChangeKind.Merge, ["A", "B"], [Ground.Parcel("AB", Ground.Box(117.2, 31.8, 0.002))]);

        Assert.Equal(["用途大类"], change.After[0].Carried);
        Assert.Equal(["权利人", "已开工"], change.After[0].ToRestate);
    }

    // At 31.801° N of CGCS2000 a degree is 94,696.3 m wide and 110,883.3 m high: 0.002° × 0.002° = 189.393 m × 221.767 m = 42,001 ㎡,
    // and the strip of 0.0001° that is missing 2,100 ㎡, far over the tolerance of 0.01 % = 4.20 ㎡.
    [Fact]
    public async Task ChangeAsync_OfAreasThatDoNotBalance_RefusesWithTheFigures()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8)));

        var error = await RefusedAsync(
            ParcelChangeKind.Split, ["P"], Ground.Parcel("P-1", Ground.Box(117.2, 31.8, 0.001)), Ground.Parcel("P-2", Ground.Box(117.201, 31.8, 0.0009)));

        Assert.Equal("CHANGE_AREA", error.Code);
        Assert.Matches(@"前 4200[01]\.\d\d ㎡（P .*后 3990[01]\.\d\d ㎡.*差 -2100\.\d\d ㎡，容差 4\.20 ㎡", error.Message);
    }

    [Fact]
    public async Task ChangeAsync_OfTheSameAreaElsewhereOrTwice_Refuses()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8)));

        var elsewhere = await RefusedAsync(
            ParcelChangeKind.Split, ["P"], Ground.Parcel("P-1", Ground.Box(117.2, 31.8, 0.001)), Ground.Parcel("P-2", Ground.Box(117.3, 31.8, 0.001)));
        var twice = await RefusedAsync(
            ParcelChangeKind.Split, ["P"], Ground.Parcel("P-1", Ground.Box(117.2, 31.8, 0.001)), Ground.Parcel("P-2", Ground.Box(117.2, 31.8, 0.001)));

        Assert.Equal(("CHANGE_GROUND", "CHANGE_OVERLAP"), (elsewhere.Code, twice.Code));
    }

    [Theory]
    [InlineData(ParcelChangeKind.Split, 1, 1)]
    [InlineData(ParcelChangeKind.Split, 2, 2)]
    [InlineData(ParcelChangeKind.Merge, 1, 1)]
    [InlineData(ParcelChangeKind.Merge, 2, 2)]
    [InlineData(ParcelChangeKind.Reshape, 1, 2)]
    public async Task ChangeAsync_OfAnotherNumberOfParcels_Refuses(ParcelChangeKind kind, int before, int after)
    {
        var error = await RefusedAsync(
            kind, [.. Enumerable.Range(0, before).Select(n => $"P{n}")], [.. Enumerable.Range(0, after).Select(n => Ground.Parcel($"Q{n}", Ground.Box(117, 31)))]);

        Assert.Equal("CHANGE_COUNT", error.Code);
    }

    [Fact]
    public async Task ChangeAsync_UnderAnIdThatWasUsed_Refuses()
    {
        _ = await _store.SaveAsync(Ground.Parcel("P", Ground.Box(117.2, 31.8)), Ground.Parcel("Q", Ground.Box(117.3, 31.8)));

        var same = await RefusedAsync(ParcelChangeKind.Reshape, ["P"], Ground.Parcel("P", Ground.Box(117.2, 31.8)));
        var gone = await RefusedAsync(ParcelChangeKind.Reshape, ["X"], Ground.Parcel("Y", Ground.Box(117.2, 31.8)));

        Assert.Equal(("PARCEL_ID_TAKEN", "PARCEL_GONE"), (same.Code, gone.Code));
    }

    private static Polygon[] Strips(double x, double y, double width, int parts) =>
        [.. Enumerable.Range(0, parts).Select(n => Ground.Box(x + (width * n / parts), y, width / parts))];

    private static async Task SplitAndMerge(InMemoryLandStore store, Parcel whole, Polygon[] strips)
    {
        _ = await store.SaveAsync(whole);
        var area = EllipsoidalArea.Measure(whole.Shape).SquareMetres;

        var split = await store.ChangeAsync(ParcelChangeKind.Split, ["P"], [.. strips.Select((s, n) => Ground.Parcel($"P-{n}", s))]);
        var merge = await store.ChangeAsync(ParcelChangeKind.Merge, [.. split.After.Select(p => p.Id)], [Ground.Parcel("P-again", whole.Shape)]);

        Assert.InRange(split.Difference, -0.5m, 0.5m);
        Assert.Equal(area, merge.After[0].MeasuredArea.SquareMetres);
        var stands = Assert.Single(await store.ParcelsAsync(DivisionCode.Country, CancellationToken.None).ToListAsync());
        Assert.Equal(("P-again", "甲公司", true), (stands.Id, stands.Facts.Find("权利人")?.Value.GetValue<string>(), stands.Facts.Find("已认定闲置")?.Value.GetValue<bool>()));
        Assert.Null(stands.Facts.Find("宗地面积"));
        foreach (var id in new[] { "P", "P-0", "P-again" })
        {
            var trail = await LineageTrail.OfAsync(store.Lineage, id, CancellationToken.None);
            Assert.Equal([1L, 2L], trail.Select(c => c.Number));
        }
    }

    private Task<StoreException> RefusedAsync(ParcelChangeKind kind, string[] before, params Parcel[] after) =>
        Assert.ThrowsAsync<StoreException>(() => _store.ChangeAsync(kind, before, after));
}
