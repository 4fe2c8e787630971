using Huodi.Domain.Codes;
using Huodi.Domain.Overlays;
using NetTopologySuite.Geometries;

namespace Huodi.App.Overlays;

/// <summary>Control layers and the results of overlays. Each save is one transaction; nothing saved is changed later.</summary>
public interface IControlLayerStore
{
    /// <summary>Saves a layer as the next version of its name and gives it back with number, version and count.</summary>
    /// <param name="layer">What is known of it.</param>
    /// <param name="shapes">Polygons and multipolygons, EPSG:4490; read once, as a stream.</param>
    /// <param name="cancellation">Cancels; nothing is saved then.</param>
    Task<ControlLayerVersion> SaveAsync(ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation);

    /// <summary>All versions of all layers, newest first.</summary>
    IAsyncEnumerable<ControlLayerVersion> LayersAsync(CancellationToken cancellation);

    /// <summary>The shapes of a version as two-dimensional little-endian WKB.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Shapes(long layer, CancellationToken cancellation);

    /// <summary>The standing parcels of a region, some thousands at a time, in an order of the store's own.</summary>
    IEnumerable<IReadOnlyList<ParcelOutline>> Outlines(DivisionCode region, CancellationToken cancellation);

    /// <summary>Saves a run with its overlaps and gives it back with its number and count of parcels.</summary>
    /// <param name="run">Its head.</param>
    /// <param name="chunks">What was measured, read once, as a stream: parcels counted, and their overlaps.</param>
    /// <param name="cancellation">Cancels; nothing is saved then.</param>
    Task<OverlayRun> SaveRunAsync(OverlayRun run, IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks, CancellationToken cancellation);

    /// <summary>All runs, newest first.</summary>
    IAsyncEnumerable<OverlayRun> RunsAsync(CancellationToken cancellation);

    /// <summary>The overlaps of a run, by parcel and layer.</summary>
    IAsyncEnumerable<StoredOverlap> OverlapsAsync(long run, CancellationToken cancellation);
}
