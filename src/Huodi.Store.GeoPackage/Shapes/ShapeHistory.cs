using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Domain.Geodesy;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace Huodi.Store.GeoPackage.Shapes;

/// <summary>The feature table <c>parcel_shape_original</c>.</summary>
internal sealed class ShapeHistory(
    Connections connections, StoreReader reader, Func<Func<SqliteTransaction, Task<ShapeChange>>, CancellationToken, Task<ShapeChange>> write)
    : IShapeHistory
{
    private const string Select = "SELECT fid, parcel_id, geom, changed_at, changed_by, reason FROM parcel_shape_original";

    /// <inheritdoc/>
    public Task<ShapeChange> ReplaceAsync(string parcel, Geometry expected, Geometry shape, ShapeChange change, CancellationToken cancellation) =>
        write(transaction => Task.FromResult(Replace(parcel, expected, shape, change, transaction)), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<ShapeChange> ChangesAsync(string? parcel, CancellationToken cancellation) => parcel is null
        ? reader.ReadAsync(Select + " ORDER BY fid", [], Read, cancellation)
        : reader.ReadAsync(Select + " WHERE parcel_id = $1 ORDER BY fid", [parcel], Read, cancellation);

    /// <inheritdoc/>
    public Task<ShapeChange?> FindChangeAsync(long number, CancellationToken cancellation) =>
        reader.FirstAsync(Select + " WHERE fid = $1", [number], Read, cancellation);

    private static ShapeChange Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        GeoPackageBinary.Read(row.GetFieldValue<byte[]>(2)),
        Moments.Moment(row.GetString(3)),
        row.GetString(4),
        row.GetString(5));

    private ShapeChange Replace(string parcel, Geometry expected, Geometry shape, ShapeChange change, SqliteTransaction transaction)
    {
        var writer = connections.Writer;
        using var find = new Statement(writer, "SELECT geom FROM parcel WHERE id = $1", transaction);
        using var keep = new Statement(
            writer,
            "INSERT INTO parcel_shape_original (geom, parcel_id, changed_at, changed_by, reason) VALUES ($1, $2, $3, $4, $5) RETURNING fid",
            transaction);
        using var replace = new Statement(writer, "UPDATE parcel SET geom = $2, measured_hundredths = $3 WHERE id = $1", transaction);
        byte[] stored;
        using (var row = find.Query(parcel)) stored = row.Read() ? row.GetFieldValue<byte[]>(0) : throw ShapeRefusals.Missing(parcel);
        var original = GeoPackageBinary.Read(stored);
        if (!original.EqualsExact(expected)) throw ShapeRefusals.Changed(parcel);

        var moment = StoredMoment.Keep(change.ChangedAt);
        var number = keep.Number(stored, parcel, Moments.Text(moment), change.ChangedBy, change.Reason);
        _ = replace.Run(parcel, GeoPackageBinary.Write(shape), EllipsoidalArea.Measure(shape).Hundredths);
        var bounds = shape.EnvelopeInternal.Copy();
        Layers.Extend(writer, transaction, "parcel", bounds, moment);
        Layers.Extend(writer, transaction, "parcel_shape_original", original.EnvelopeInternal, moment);
        return new(number, parcel, original, moment, change.ChangedBy, change.Reason);
    }
}
