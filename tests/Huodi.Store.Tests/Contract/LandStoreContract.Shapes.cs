using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using Huodi.Testing;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    /// <summary>A square with a spike 378 m long and 6 cm wide.</summary>
    private static readonly Polygon Spiked = new(new LinearRing(
        [new(117.3, 31.8), new(117.301, 31.8), new(117.301, 31.8004), new(117.305, 31.8005), new(117.301, 31.8004005), new(117.301, 31.801), new(117.3, 31.801), new(117.3, 31.8)]));

    [Fact]
    public async Task ShapeHistory_OfAnAppliedRepair_KeepsTheOriginalAndPutsItBack()
    {
        await using (var store = await NewStoreAsync())
        {
            _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", Spiked), Land.Parcel("P2")), None);
            var repair = new RepairShapes(store, QualityProfile.Default, FixedClock.On(2026, 3, 2));

            var (suggested, change) = await repair.ApplyAsync("P1", null, "张三", "尖刺系数字化错误", None);

            Assert.Equal((1, "P1", "张三", "尖刺系数字化错误"), (change.Number, change.Parcel, change.ChangedBy, change.Reason));
            Assert.True(change.Original.EqualsExact(Spiked));
            var mended = await Found(store, "P1");
            Assert.True(mended.Shape.EqualsExact(suggested.After));
            Assert.Equal(EllipsoidalArea.Measure(mended.Shape), mended.MeasuredArea);
        }

        await using var again = await ReopenAsync();
        var restored = await new RepairShapes(again, QualityProfile.Default, FixedClock.On(2026, 3, 3)).RestoreAsync(1, "李四", "核对后维持原界址", None);

        Assert.Equal(2, restored.Number);
        Assert.True((await Found(again, "P1")).Shape.EqualsExact(Spiked));
        var changes = await again.ShapeHistory.ChangesAsync("P1", None).ToListAsync();
        Assert.Equal([("张三", 2), ("李四", 3)], changes.Select(c => (c.ChangedBy, c.ChangedAt.Day)));
        Assert.Empty(await again.ShapeHistory.ChangesAsync("P2", None).ToListAsync());
        Assert.Equal(2, await again.ShapeHistory.ChangesAsync(null, None).CountAsync());
        Assert.Empty(await again.CheckAsync(None));
    }

    [Fact]
    public async Task ShapeHistory_WhenSomebodyElseChangedTheShape_ChangesNothing()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", Spiked)), None);
        var stale = new ShapeChange(0, "P1", Spiked, Land.Morning, "甲", "旧");
        _ = await store.ShapeHistory.ReplaceAsync("P1", Spiked, Land.Square(117.3, 31.8), stale, None);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.ShapeHistory.ReplaceAsync("P1", Spiked, Land.Square(118, 32), stale, None));
        var missing = await Assert.ThrowsAsync<StoreException>(() => store.ShapeHistory.ReplaceAsync("none", Spiked, Spiked, stale, None));

        Assert.Equal(("SHAPE_CHANGED", "PARCEL_MISSING"), (error.Code, missing.Code));
        Assert.True((await Found(store, "P1")).Shape.EqualsExact(Land.Square(117.3, 31.8)));
        Assert.Equal(1, await store.ShapeHistory.ChangesAsync(null, None).CountAsync());
    }

    [Fact]
    public async Task RepairShapes_OfASoundParcel_SuggestsAndChangesNothing()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1")), None);
        var repair = new RepairShapes(store, QualityProfile.Default, FixedClock.On(2026, 3, 2));

        Assert.Empty(await repair.SuggestAsync(DivisionCode.Country, None).ToListAsync());
        Assert.Equal("REPAIR_NONE", (await Assert.ThrowsAsync<StoreException>(() => repair.ApplyAsync("P1", null, "甲", "试", None))).Code);
        Assert.Equal("CHANGE_MISSING", (await Assert.ThrowsAsync<StoreException>(() => repair.RestoreAsync(7, "甲", "试", None))).Code);
        Assert.Empty(await store.ShapeHistory.ChangesAsync(null, None).ToListAsync());
    }

    [Fact]
    public async Task RepairShapes_ThatWouldMoveTheBoundary_RefusesAndChangesNothing()
    {
        // A square of 11 m with the spike, whose 10.5 ㎡ are a tenth of it.
        var small = new Polygon(new LinearRing(
            [new(117.3, 31.8), new(117.3001, 31.8), new(117.3001, 31.80004), new(117.3041, 31.80014), new(117.3001, 31.8000405), new(117.3001, 31.8001), new(117.3, 31.8001), new(117.3, 31.8)]));
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(Land.Batch(Land.Parcel("P1", small)), None);

        var error = await Assert.ThrowsAsync<StoreException>(
            () => new RepairShapes(store, QualityProfile.Default, FixedClock.On(2026, 3, 2)).ApplyAsync("P1", null, "甲", "尖刺", None));

        Assert.Equal("REPAIR_TOO_LARGE", error.Code);
        Assert.True((await Found(store, "P1")).Shape.EqualsExact(small));
    }

    private static async Task<Parcel> Found(ILandStore store, string id)
    {
        var parcel = await store.FindParcelAsync(id, None);
        Assert.NotNull(parcel);
        return parcel;
    }
}
