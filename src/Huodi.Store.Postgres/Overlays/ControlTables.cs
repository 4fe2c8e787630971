using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Overlays;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Overlays;

/// <summary>The tables <c>control_layer</c>, <c>control_shape</c>, <c>overlay_run</c> and <c>overlay_result</c>.</summary>
internal sealed class ControlTables(StoreReader reader, IStoreWriter writer) : IControlLayerStore
{
    private const int Chunk = 4096;

    public Task<ControlLayerVersion> SaveAsync(ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation) =>
        writer.WriteAsync("control_layer", connection => SaveAsync(connection, layer, shapes, cancellation), cancellation);

    public IAsyncEnumerable<ControlLayerVersion> LayersAsync(CancellationToken cancellation) => reader.ReadAsync(
        "SELECT number, name, version, file, file_hash, imported_at, shapes, note FROM control_layer ORDER BY number DESC",
        [],
        r => new ControlLayerVersion(
            r.GetInt64(0), r.GetString(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetFieldValue<DateTimeOffset>(5), r.GetInt32(6), r.GetString(7)),
        cancellation);

    public IEnumerable<ReadOnlyMemory<byte>> Shapes(long layer, CancellationToken cancellation) => reader.ReadAsync(
        "SELECT ST_AsBinary(geom, 'NDR') FROM control_shape WHERE layer_number = $1",
        [layer],
        r => (ReadOnlyMemory<byte>)r.GetFieldValue<byte[]>(0),
        cancellation).ToBlockingEnumerable(cancellation);

    public IEnumerable<IReadOnlyList<ParcelOutline>> Outlines(DivisionCode region, CancellationToken cancellation)
    {
        var (first, last) = RegionRange.Of(region);
        return reader.ReadAsync(
            "SELECT id, ST_AsBinary(geom, 'NDR') FROM parcel WHERE retired_by IS NULL AND division BETWEEN $1 AND $2",
            [first, last],
            r => new ParcelOutline(r.GetString(0), r.GetFieldValue<byte[]>(1)),
            cancellation).ToBlockingEnumerable(cancellation).Chunk(Chunk);
    }

    public Task<OverlayRun> SaveRunAsync(
        OverlayRun run, IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks, CancellationToken cancellation) =>
        writer.WriteAsync("overlay_run", connection => SaveRunAsync(connection, run, chunks, cancellation), cancellation);

    public IAsyncEnumerable<OverlayRun> RunsAsync(CancellationToken cancellation) => reader.ReadAsync(
        "SELECT number, run_at, region, layers, parcels FROM overlay_run ORDER BY number DESC",
        [],
        r => new OverlayRun(r.GetInt64(0), r.GetFieldValue<DateTimeOffset>(1), DivisionCode.Parse(r.GetString(2)), r.GetFieldValue<long[]>(3), r.GetInt32(4)),
        cancellation);

    public IAsyncEnumerable<StoredOverlap> OverlapsAsync(long run, CancellationToken cancellation) => reader.ReadAsync(
        "SELECT parcel_id, layer_number, area_hundredths, share FROM overlay_result WHERE run_number = $1 ORDER BY parcel_id, layer_number",
        [run],
        r => new StoredOverlap(r.GetString(0), r.GetInt64(1), r.GetInt64(2), r.GetDouble(3)),
        cancellation);

    private static async Task<ControlLayerVersion> SaveAsync(
        NpgsqlConnection connection, ControlLayerVersion layer, IEnumerable<Geometry> shapes, CancellationToken cancellation)
    {
        var saved = layer with
        {
            Number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM control_layer", [], cancellation),
            Version = (int)await connection.NumberAsync("SELECT coalesce(max(version), 0) + 1 FROM control_layer WHERE name = $1", [layer.Name], cancellation),
            ImportedAt = StoredMoment.Keep(layer.ImportedAt),
            Shapes = 0,
        };
        const string Enter = "INSERT INTO control_layer VALUES ($1, $2, $3, $4, $5, $6, 0, $7)";
        _ = await connection.RunAsync(Enter, [saved.Number, saved.Name, saved.Version, saved.File, saved.FileHash, saved.ImportedAt, saved.Note], cancellation);
        var count = 0;
        await using (var copy = await connection.BeginBinaryImportAsync("COPY control_shape (geom, layer_number, layer_name) FROM STDIN (FORMAT BINARY)", cancellation))
        {
            foreach (var shape in shapes)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(Wkb.Write(shape), NpgsqlDbType.Bytea, cancellation);
                await copy.WriteAsync(saved.Number, NpgsqlDbType.Bigint, cancellation);
                await copy.WriteAsync(saved.ToString(), NpgsqlDbType.Text, cancellation);
                count++;
            }

            _ = await copy.CompleteAsync(cancellation);
        }

        _ = await connection.RunAsync("UPDATE control_layer SET shapes = $2 WHERE number = $1", [saved.Number, count], cancellation);
        return saved with { Shapes = count };
    }

    private static async Task<OverlayRun> SaveRunAsync(
        NpgsqlConnection connection, OverlayRun run, IEnumerable<(int Parcels, IReadOnlyList<StoredOverlap> Overlaps)> chunks, CancellationToken cancellation)
    {
        var number = await connection.NumberAsync("SELECT coalesce(max(number), 0) + 1 FROM overlay_run", [], cancellation);
        var saved = run with { Number = number, RunAt = StoredMoment.Keep(run.RunAt) };
        const string Enter = "INSERT INTO overlay_run VALUES ($1, $2, $3, $4, 0)";
        _ = await connection.RunAsync(Enter, [saved.Number, saved.RunAt, saved.Region.Digits, saved.Layers.ToArray()], cancellation);
        var parcels = 0;
        const string Copy = "COPY overlay_result (run_number, parcel_id, layer_number, area_hundredths, share) FROM STDIN (FORMAT BINARY)";
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancellation))
        {
            foreach (var (measured, overlaps) in chunks)
            {
                parcels += measured;
                foreach (var one in overlaps)
                {
                    await copy.StartRowAsync(cancellation);
                    await copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation);
                    await copy.WriteAsync(one.Parcel, NpgsqlDbType.Text, cancellation);
                    await copy.WriteAsync(one.Layer, NpgsqlDbType.Bigint, cancellation);
                    await copy.WriteAsync(one.Hundredths, NpgsqlDbType.Bigint, cancellation);
                    await copy.WriteAsync(one.Share, NpgsqlDbType.Double, cancellation);
                }
            }

            _ = await copy.CompleteAsync(cancellation);
        }

        _ = await connection.RunAsync("UPDATE overlay_run SET parcels = $2 WHERE number = $1", [number, parcels], cancellation);
        return saved with { Parcels = parcels };
    }
}
