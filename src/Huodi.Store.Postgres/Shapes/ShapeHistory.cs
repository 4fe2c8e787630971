using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Huodi.Store.Postgres.Shapes;

/// <summary>The table <c>parcel_shape_original</c>.</summary>
internal sealed class ShapeHistory(
    StoreReader reader, Func<string, Func<NpgsqlConnection, Task<ShapeChange>>, CancellationToken, Task<ShapeChange>> write) : IShapeHistory
{
    private const string Select = "SELECT fid, parcel_id, ST_AsBinary(geom), changed_at, changed_by, reason FROM parcel_shape_original";

    /// <inheritdoc/>
    public Task<ShapeChange> ReplaceAsync(string parcel, Geometry expected, Geometry shape, ShapeChange change, CancellationToken cancellation) =>
        write("parcel_shape_original", c => ReplaceAsync(c, parcel, expected, shape, change, cancellation), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ShapeChange> ChangesAsync(string? parcel, CancellationToken cancellation) => parcel is null
        ? reader.ReadAsync(Select + " ORDER BY fid", [], Read, cancellation)
        : reader.ReadAsync(Select + " WHERE parcel_id = $1 ORDER BY fid", [parcel], Read, cancellation);

    /// <inheritdoc/>
    public Task<ShapeChange?> FindChangeAsync(long number, CancellationToken cancellation) =>
        reader.FirstAsync(Select + " WHERE fid = $1", [number], Read, cancellation);

    private static async Task<ShapeChange> ReplaceAsync(
        NpgsqlConnection connection, string parcel, Geometry expected, Geometry shape, ShapeChange change, CancellationToken cancellation)
    {
        await using var find = connection.Command("SELECT ST_AsBinary(geom) FROM parcel WHERE id = $1 FOR UPDATE", parcel);
        if (await find.ExecuteScalarAsync(cancellation) is not byte[] stored) throw ShapeRefusals.Missing(parcel);
        var original = Wkb.Read(stored);
        if (!original.EqualsExact(expected)) throw ShapeRefusals.Changed(parcel);

        var moment = StoredMoment.Keep(change.ChangedAt);
        var number = await connection.NumberAsync("SELECT coalesce(max(fid), 0) + 1 FROM parcel_shape_original", [], cancellation);
        _ = await connection.RunAsync(
            """
            INSERT INTO parcel_shape_original (fid, geom, parcel_id, changed_at, changed_by, reason)
            SELECT $1, geom, id, $3, $4, $5 FROM parcel WHERE id = $2
            """,
            [number, parcel, moment, change.ChangedBy, change.Reason],
            cancellation);
        _ = await connection.RunAsync(
            "UPDATE parcel SET geom = ST_GeomFromEWKB($2), measured_hundredths = $3 WHERE id = $1",
            [parcel, Wkb.Write(shape), EllipsoidalArea.Measure(shape).Hundredths],
            cancellation);
        return new(number, parcel, original, moment, change.ChangedBy, change.Reason);
    }

    private static ShapeChange Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        Wkb.Read(row.GetFieldValue<byte[]>(2)),
        row.GetFieldValue<DateTimeOffset>(3),
        row.GetString(4),
        row.GetString(5));
}
