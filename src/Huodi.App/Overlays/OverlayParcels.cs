using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Overlays;

namespace Huodi.App.Overlays;

/// <summary>Measures the parcels of a region against the newest versions of control layers and keeps the result as a run.</summary>
public sealed class OverlayParcels(ILandStore store, TimeProvider time)
{
    /// <summary>The newest version of each layer, by name; of the names given, or of all.</summary>
    /// <exception cref="StoreException">CONTROL_LAYER_UNKNOWN: a name without a version, or no layer at all.</exception>
    public async Task<IReadOnlyList<ControlLayerVersion>> NewestAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var newest = new SortedDictionary<string, ControlLayerVersion>(StringComparer.Ordinal);
        await foreach (var layer in store.ControlLayers.LayersAsync(cancellation)) _ = newest.TryAdd(layer.Name, layer);
        if (newest.Count == 0) throw new StoreException("CONTROL_LAYER_UNKNOWN", "地库里还没有控制线图层，请先用 huodi import 文件 --as control --name 永久基本农田 导入。");
        foreach (var name in names.Where(n => !newest.ContainsKey(n)))
        {
            throw new StoreException("CONTROL_LAYER_UNKNOWN", $"地库里没有控制线图层“{name}”，现有：{string.Join('、', newest.Keys)}。请核对名称，或先用 huodi import --as control 导入。");
        }

        return names.Count > 0 ? [.. names.Distinct().Select(n => newest[n])] : [.. newest.Values];
    }

    /// <summary>Runs the overlay and saves it.</summary>
    /// <param name="layers">Versions to measure against.</param>
    /// <param name="region">Which parcels.</param>
    /// <param name="progress">Told the number of parcels measured so far.</param>
    /// <param name="cancellation">Stops it; nothing is saved then.</param>
    public Task<OverlayRun> RunAsync(
        IReadOnlyList<ControlLayerVersion> layers, DivisionCode region, Action<int> progress, CancellationToken cancellation)
    {
        var controls = layers.Select(l => ControlLayer.Build(l.Name, store.ControlLayers.Shapes(l.Number, cancellation))).ToList();
        var run = new OverlayRun(0, time.GetUtcNow(), region, [.. layers.Select(l => l.Number)], 0);
        return store.ControlLayers.SaveRunAsync(run, Measured(), cancellation);

        IEnumerable<(int, IReadOnlyList<StoredOverlap>)> Measured()
        {
            var measured = 0;
            foreach (var chunk in new BulkOverlay(controls).Measure(store.ControlLayers.Outlines(region, cancellation), cancellation))
            {
                yield return (chunk.Parcels, [.. chunk.Overlaps.Select(o => Stored(o, layers))]);
                progress(measured += chunk.Parcels);
            }
        }
    }

    private static StoredOverlap Stored(ParcelOverlap overlap, IReadOnlyList<ControlLayerVersion> layers) => new(
        overlap.Parcel,
        layers[overlap.Layer].Number,
        (long)Math.Round(overlap.Measure.SquareMetres * 100, MidpointRounding.AwayFromZero),
        overlap.Measure.Share);
}
