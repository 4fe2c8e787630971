using System.Text.Json.Nodes;
using Huodi.App.Imports;
using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Parcels;
using Huodi.Policies.Facts;
using Huodi.Testing;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Tests.Overlays;

public sealed class MeasuredFactsTests
{
    private const string Inside = "位于城镇开发边界内";

    private static readonly FactDictionary Facts = new(
    [
        new(Inside, "isInside", "boolean", null, "宗地", "量算", "自然资源主管部门", "", [], [], [Inside]) { MeasuredLayer = "城镇开发边界" },
    ]);

    [Fact]
    public async Task With_OfParcelsInsideAcrossAndOutside_SaysOnlyWhatIsWhollyInside()
    {
        await using var store = new InMemoryLandStore();
        await SaveAsync(store, Parcel("in", 117), Parcel("across", 117.0095), Parcel("out", 117.5), Parcel("said", 117.002, recorded: false));
        _ = await store.ControlLayers.SaveAsync(new(0, "城镇开发边界", 0, "urban.gpkg", "", DateTimeOffset.UnixEpoch, 0, ""), [Square(116.99, 0.02)], CancellationToken.None);
        var overlay = new OverlayParcels(store, TimeProvider.System);
        _ = await overlay.RunAsync(await overlay.NewestAsync([], CancellationToken.None), DivisionCode.Country, _ => { }, CancellationToken.None);
        await SaveAsync(store, Parcel("later", 117.001));

        var measured = await MeasuredFacts.LoadAsync(store, Facts, CancellationToken.None);

        var found = measured.With("in", FactSheet.Empty).Find(Inside)!;
        Assert.True(found.Value.GetValue<bool>());
        Assert.Equal("第 1 次叠加，城镇开发边界（第 1 版）", found.Source.File);
        foreach (var unknown in new[] { "across", "out", "later" }) Assert.Null(measured.With(unknown, FactSheet.Empty).Find(Inside));
        var said = (await store.FindParcelAsync("said", CancellationToken.None))!.Facts;
        Assert.False(measured.With("said", said).Find(Inside)!.Value.GetValue<bool>());
    }

    private static async Task SaveAsync(InMemoryLandStore store, params Parcel[] parcels) => _ = await store.SaveAsync(
        new ImportBatch { File = "p.csv", FileHash = "", Layer = "parcels", ImportedAt = DateTimeOffset.UnixEpoch, Parcels = parcels }, CancellationToken.None);

    private static Parcel Parcel(string id, double west, bool? recorded = null) => new(
        id, id, DivisionCode.Parse("340111"), Square(west, 0.001), false,
        recorded is { } value ? new([new(Inside, JsonValue.Create(value), new FactSource(0, "p.csv", 1, "c"))]) : FactSheet.Empty);

    private static Polygon Square(double west, double size) => new GeometryFactory(new PrecisionModel(), 4490).CreatePolygon(
        [new(west, 31), new(west + size, 31), new(west + size, 31 + size), new(west, 31 + size), new(west, 31)]);
}
