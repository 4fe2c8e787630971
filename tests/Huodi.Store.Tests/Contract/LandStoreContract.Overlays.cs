using Huodi.App.Overlays;
using Huodi.App.Stores;
using NetTopologySuite.Geometries;
using Xunit;

namespace Huodi.Store.Tests.Contract;

/// <summary>Control layers and overlays.</summary>
public abstract partial class LandStoreContract
{
    private static readonly ControlLayerVersion Farmland = new(0, "永久基本农田", 0, "pbf.gpkg", new string('b', 64), Land.Morning, 0, "");

    [Fact]
    public async Task SaveLayer_OfTheSameName_IsTheNextVersionAndKeepsTheFirst()
    {
        await using var store = await NewStoreAsync();

        var first = await store.ControlLayers.SaveAsync(Farmland, [Land.Square(117, 31), Land.TwoSquares(117.1, 31)], None);
        var second = await store.ControlLayers.SaveAsync(Farmland with { Note = "周围 500 米之内" }, [Land.Square(117, 31)], None);

        Assert.Equal(Farmland with { Number = 1, Version = 1, Shapes = 2 }, first);
        Assert.Equal(Farmland with { Number = 2, Version = 2, Shapes = 1, Note = "周围 500 米之内" }, second);
        Assert.Equal([second, first], await store.ControlLayers.LayersAsync(None).ToListAsync());
        Assert.Equal(2, store.ControlLayers.Shapes(1, None).Count());
        var reader = new NetTopologySuite.IO.WKBReader();
        Assert.True(reader.Read(store.ControlLayers.Shapes(2, None).Single().ToArray()) is MultiPolygon { NumGeometries: 1 } one && one.GetGeometryN(0).EqualsExact(Land.Square(117, 31)));
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task SaveLayer_ThatBreaksOff_LeavesNoTrace()
    {
        await using var store = await NewStoreAsync();

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => store.ControlLayers.SaveAsync(Farmland, Breaking(), None));

        Assert.Empty(await store.ControlLayers.LayersAsync(None).ToListAsync());
        Assert.Empty(store.ControlLayers.Shapes(1, None));

        static IEnumerable<Geometry> Breaking()
        {
            yield return Land.Square(117, 31);
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public async Task Overlay_OfParcels_KeepsWhatOverlapsByParcelAndLayer()
    {
        await using var store = await NewStoreAsync();
        _ = await store.SaveAsync(
            Land.Batch(
                Land.Parcel("B", Land.Square(117, 31, 0.002)),
                Land.Parcel("A", Land.Square(117.0005, 31.0005, 0.0002)),
                Land.Parcel("C", Land.Square(117.002, 31, 0.002)),
                Land.Parcel("D", Land.Square(117, 31, 0.002), Land.Shushan)),
            None);
        _ = await store.ControlLayers.SaveAsync(Farmland, [Land.Square(116, 30, 0.1)], None);
        var farmland = await store.ControlLayers.SaveAsync(Farmland, [Land.Square(117, 31, 0.002)], None);
        var half = await store.ControlLayers.SaveAsync(Farmland with { Name = "城镇开发边界" }, [Land.Square(117.001, 30.9, 0.2)], None);
        var overlay = new OverlayParcels(store, TimeProvider.System);
        var layers = await overlay.NewestAsync([], None);

        var run = await overlay.RunAsync(layers, Land.Baohe, _ => { }, None);

        Assert.Equal([half.Number, farmland.Number], run.Layers.Order().Reverse());
        Assert.Equal((3, 1), (run.Parcels, run.Number));
        Assert.Equal(run.RunAt, (await store.ControlLayers.RunsAsync(None).SingleAsync()).RunAt);
        var overlaps = await store.ControlLayers.OverlapsAsync(run.Number, None).ToListAsync();
        Assert.Equal(
            [("A", farmland.Number, 1.0), ("B", farmland.Number, 1.0), ("B", half.Number, 0.5), ("C", half.Number, 1.0)],
            overlaps.Select(o => (o.Parcel, o.Layer, Math.Round(o.Share, 6))));
        Assert.InRange(Math.Abs((overlaps[1].Hundredths / 2.0) - overlaps[2].Hundredths), 0, 1);
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Newest_OfAnUnknownLayer_NamesThoseThatAreThere()
    {
        await using var store = await NewStoreAsync();
        _ = await store.ControlLayers.SaveAsync(Farmland, [Land.Square(117, 31)], None);

        var refused = await Assert.ThrowsAsync<StoreException>(() => new OverlayParcels(store, TimeProvider.System).NewestAsync(["生态保护红线"], None));

        Assert.Equal("CONTROL_LAYER_UNKNOWN", refused.Code);
        Assert.Contains("永久基本农田", refused.Message, StringComparison.Ordinal);
    }
}
