using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Overlays;
using Huodi.Domain.Parcels;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Huodi.Testing;

/// <summary>The control layers of an <see cref="InMemoryLandStore"/>.</summary>
internal sealed class InMemoryControlLayers(Lock gate, SortedDictionary<string, Parcel> parcels) : IControlLayerStore
{
    private readonly List<(ControlLayerVersion Layer, List<ReadOnlyMemory<byte>> Shapes)> _layers = [];
    private readonly List<(OverlayRun Run, List<StoredOverlap> Overlaps)> _runs = [];

    /// <inheritdoc/>
    public Task<ControlLayerVersion> SaveAsync(ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation)
    {
        var kept = shapes.Select(Wkb).ToList();
        lock (gate)
        {
            var version = 1 + _layers.Count(l => l.Layer.Name == layer.Name);
            var saved = layer with { Number = _layers.Count + 1, Version = version, ImportedAt = StoredMoment.Keep(layer.ImportedAt), Shapes = kept.Count };
            _layers.Add((saved, kept));
            return Task.FromResult(saved);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ControlLayerVersion> LayersAsync(CancellationToken cancellation)
    {
        lock (gate) return _layers.Select(l => l.Layer).Reverse().ToList().ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<byte>> Shapes(long layer, CancellationToken cancellation)
    {
        lock (gate) return [.. _layers.Where(l => l.Layer.Number == layer).SelectMany(l => l.Shapes)];
    }

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<ParcelOutline>> Outlines(DivisionCode region, CancellationToken cancellation)
    {
        lock (gate) return [[.. parcels.Values.Where(p => p.RetiredBy is null && region.Contains(p.Division)).Select(p => new ParcelOutline(p.Id, Wkb(p.Shape)))]];
    }

    /// <inheritdoc/>
    public Task<OverlayRun> SaveRunAsync(
        OverlayRun run, IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks, CancellationToken cancellation)
    {
        var kept = chunks.ToList();
        lock (gate)
        {
            var saved = run with { Number = _runs.Count + 1, RunAt = StoredMoment.Keep(run.RunAt), Parcels = kept.Sum(c => c.Parcels) };
            _runs.Add((saved, [.. kept.SelectMany(c => c.Overlaps).OrderBy(o => o.Parcel, StringComparer.Ordinal).ThenBy(o => o.Layer)]));
            return Task.FromResult(saved);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OverlayRun> RunsAsync(CancellationToken cancellation)
    {
        lock (gate) return _runs.Select(r => r.Run).Reverse().ToList().ToAsyncEnumerable();
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredOverlap> OverlapsAsync(long run, CancellationToken cancellation)
    {
        lock (gate) return _runs.Where(r => r.Run.Number == run).SelectMany(r => r.Overlaps).ToList().ToAsyncEnumerable();
    }

    private static ReadOnlyMemory<byte> Wkb(Geometry shape) => new WKBWriter(ByteOrder.LittleEndian, handleSRID: false).Write(shape);
}
