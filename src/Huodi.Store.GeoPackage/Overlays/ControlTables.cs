using System.Text.Json;
using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Overlays;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.Shapes;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Overlays;

/// <summary>The tables <c>control_layer</c>, <c>control_shape</c>, <c>overlay_run</c> and <c>overlay_result</c>.</summary>
internal sealed class ControlTables(Connections connections, StoreReader reader, IStoreWriter writer, TimeProvider clock) : IControlLayerStore
{
    public Task<ControlLayerVersion> SaveAsync(ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => Task.FromResult(Save(connection, transaction, layer, shapes, cancellation)), cancellation);

    public IAsyncEnumerable<ControlLayerVersion> LayersAsync(CancellationToken cancellation) => reader.ReadAsync(
        "SELECT number, name, version, file, file_hash, imported_at, shapes, note FROM control_layer ORDER BY number DESC",
        [],
        r => new ControlLayerVersion(
            r.GetInt64(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetString(4), Moments.Moment(r.GetString(5)), r.GetInt32(6), r.GetString(7)),
        cancellation);

    public IEnumerable<ReadOnlyMemory<byte>> Shapes(long layer, CancellationToken cancellation) =>
        Stream($"SELECT fid, geom FROM control_shape WHERE layer_number = {layer}", [], cancellation).SelectMany(c => c).Select(o => o.Wkb);

    public IEnumerable<IReadOnlyList<ParcelOutline>> Outlines(DivisionCode region, CancellationToken cancellation)
    {
        var (first, last) = RegionRange.Of(region);
        return region == DivisionCode.Country
            ? Stream("SELECT id, geom FROM parcel WHERE retired_by IS NULL", [], cancellation)
            : Stream("SELECT id, geom FROM parcel WHERE retired_by IS NULL AND division BETWEEN $1 AND $2", [first, last], cancellation);
    }

    public Task<OverlayRun> SaveRunAsync(
        OverlayRun run, IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks, CancellationToken cancellation) =>
        writer.WriteAsync((connection, transaction) => Task.FromResult(SaveRun(connection, transaction, run, chunks, cancellation)), cancellation);

    public IAsyncEnumerable<OverlayRun> RunsAsync(CancellationToken cancellation) => reader.ReadAsync(
        "SELECT number, run_at, region, layers, parcels FROM overlay_run ORDER BY number DESC",
        [],
        r => new OverlayRun(
            r.GetInt64(0), Moments.Moment(r.GetString(1)), DivisionCode.Parse(r.GetString(2)), JsonSerializer.Deserialize<List<long>>(r.GetString(3)) ?? [], r.GetInt32(4)),
        cancellation);

    public IAsyncEnumerable<StoredOverlap> OverlapsAsync(long run, CancellationToken cancellation) => reader.ReadAsync(
        "SELECT parcel_id, layer_number, area_hundredths, share FROM overlay_result WHERE run_number = $1 ORDER BY parcel_id, layer_number",
        [run],
        r => new StoredOverlap(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetDouble(3)),
        cancellation);

    private ControlLayerVersion Save(
        SqliteConnection connection, SqliteTransaction transaction, ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation)
    {
        using var next = new Statement(connection, "SELECT coalesce(max(number), 0) + 1 FROM control_layer", transaction);
        using var version = new Statement(connection, "SELECT coalesce(max(version), 0) + 1 FROM control_layer WHERE name = $1", transaction);
        using var enter = new Statement(connection, "INSERT INTO control_layer VALUES ($1, $2, $3, $4, $5, $6, 0, $7)", transaction);
        using var insert = new Statement(connection, "INSERT INTO control_shape (geom, layer_number, layer_name) VALUES ($1, $2, $3)", transaction);
        using var count = new Statement(connection, "UPDATE control_layer SET shapes = $2 WHERE number = $1", transaction);
        var saved = layer with { Number = next.Number(), Version = (int)version.Number(layer.Name), ImportedAt = StoredMoment.Keep(layer.ImportedAt), Shapes = 0 };
        _ = enter.Run(saved.Number, saved.Name, saved.Version, saved.File, saved.FileHash, Moments.Text(saved.ImportedAt), saved.Note);
        var bounds = new Envelope();
        foreach (var shape in shapes)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = insert.Run(GeoPackageBinary.Write(shape), saved.Number, saved.ToString());
            bounds.ExpandToInclude(shape.EnvelopeInternal);
            saved = saved with { Shapes = saved.Shapes + 1 };
        }

        _ = count.Run(saved.Number, saved.Shapes);
        if (!bounds.IsNull) Layers.Extend(connection, transaction, "control_shape", bounds, clock.GetUtcNow());
        return saved;
    }

    private static OverlayRun SaveRun(
        SqliteConnection connection,
        SqliteTransaction transaction,
        OverlayRun run,
        IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks,
        CancellationToken cancellation)
    {
        using var next = new Statement(connection, "SELECT coalesce(max(number), 0) + 1 FROM overlay_run", transaction);
        using var enter = new Statement(connection, "INSERT INTO overlay_run VALUES ($1, $2, $3, $4, 0)", transaction);
        using var insert = new Statement(
            connection, "INSERT INTO overlay_result (run_number, parcel_id, layer_number, area_hundredths, share) VALUES ($1, $2, $3, $4, $5)", transaction);
        using var count = new Statement(connection, "UPDATE overlay_run SET parcels = $2 WHERE number = $1", transaction);
        var (saved, parcels) = (run with { Number = next.Number(), RunAt = StoredMoment.Keep(run.RunAt) }, 0);
        _ = enter.Run(saved.Number, Moments.Text(saved.RunAt), saved.Region.Digits, JsonSerializer.Serialize(saved.Layers));
        foreach (var (measured, overlaps) in chunks)
        {
            cancellation.ThrowIfCancellationRequested();
            parcels += measured;
            foreach (var one in overlaps) _ = insert.Run(saved.Number, one.Parcel, one.Layer, one.Hundredths, one.Share);
        }

        _ = count.Run(saved.Number, parcels);
        return saved with { Parcels = parcels };
    }

    private IEnumerable<IReadOnlyList<ParcelOutline>> Stream(string sql, IReadOnlyList<string> values, CancellationToken cancellation)
    {
        using var connection = connections.OpenReader();
        foreach (var chunk in ShapeStream.Read(connection, sql, values, cancellation)) yield return chunk;
    }
}
