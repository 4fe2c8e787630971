using System.Buffers;
using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using Huodi.Store.GeoPackage.Files;
using Huodi.Store.GeoPackage.SpatialIndexes;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;
using SQLitePCL;

namespace Huodi.Store.GeoPackage.Copies;

/// <summary>A new GeoPackage store, made under another name and renamed when it is whole.</summary>
public sealed class GeoPackageTarget : IStoreTarget
{
    private const int EnableTriggers = 1003; // SQLITE_DBCONFIG_ENABLE_TRIGGER

    private readonly UnfinishedFile _file;
    private readonly SqliteTransaction _transaction;
    private readonly TimeProvider _clock;
    private readonly WKBReader _shapes = new();
    private readonly ArrayBufferWriter<byte> _blob = new();

    private GeoPackageTarget(UnfinishedFile file, TimeProvider clock)
    {
        (_file, _clock) = (file, clock);

        // What triggers forbid is changing what was filed, and adding to it; here it is filed anew. The layers' indexes are packed.
        _ = raw.sqlite3_db_config(file.Connection.Handle!, EnableTriggers, 0, out _); // An open connection has a handle.
        _transaction = file.Connection.BeginTransaction(deferred: false);
        using var defer = new RawStatement(file.Connection, "PRAGMA defer_foreign_keys = ON");
        _ = defer.Run();
        Tables = TableList.Read(file.Connection, _transaction);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoreTable> Tables { get; }

    /// <summary>Begins a new store at a path where there is nothing.</summary>
    /// <exception cref="StoreException">STORE_EXISTS: there is a file; or it cannot be made there.</exception>
    public static GeoPackageTarget Create(string path, TimeProvider clock)
    {
        if (File.Exists(path) || Directory.Exists(path)) throw new StoreException("STORE_EXISTS", $"“{path}”已存在，没有改动它。请改用其他文件名。");
        _ = StoreFile.IsStore(path, Migrations.Newest);
        return SqliteErrors.Guard(path, () =>
        {
            var file = UnfinishedFile.Open(path);
            try
            {
                Connections.KeepLog(file.Connection);
                Migrations.Apply(file.Connection, clock);
                return new GeoPackageTarget(file, clock);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public async Task<long> FillAsync(
        string table, IReadOnlyList<StoreColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        try
        {
            var shape = columns.Select((c, n) => c.Kind == CellKind.Shape ? n : -1).Max();
            var index = shape < 0 ? null : new SpatialIndex(_file.Connection, _transaction, table);
            index?.Begin();
            using (var clear = new RawStatement(_file.Connection, $"DELETE FROM \"{table}\"")) _ = clear.Run();
            var count = await InsertAsync(table, columns, rows, shape, index, cancellation);
            index?.Finish();
            if (index is { Bounds.IsNull: false }) Layers.Extend(_file.Connection, _transaction, table, index.Bounds, _clock.GetUtcNow());
            return count;
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(_file.Path, e);
        }
    }

    /// <inheritdoc/>
    public Task CommitAsync(CancellationToken cancellation) => SqliteErrors.Guard(_file.Path, () =>
    {
        cancellation.ThrowIfCancellationRequested();
        _transaction.Commit();
        _file.Keep();
        return Task.CompletedTask;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _transaction.Dispose();
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<long> InsertAsync(
        string table, IReadOnlyList<StoreColumn> columns, IAsyncEnumerable<object?[]> rows, int shape, SpatialIndex? index, CancellationToken cancellation)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var places = string.Join(", ", columns.Select((_, n) => $"?{n + 1}"));
        using var insert = new RawStatement(_file.Connection, $"INSERT INTO \"{table}\" ({names}) VALUES ({places})");
        var count = 0L;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            for (var n = 0; n < row.Length; n++) Bind(insert, n + 1, row[n]);
            if (shape >= 0 && row[shape] is byte[] wkb)
            {
                var geometry = _shapes.Read(wkb);
                _blob.ResetWrittenCount();
                ShapeWriter.Write(geometry, _blob);
                insert.BindBytes(shape + 1, _blob.WrittenSpan);
                _ = insert.Run();
                index!.Add(insert.LastRow, geometry.EnvelopeInternal); // A table with a shape has an index.
            }
            else
            {
                _ = insert.Run();
            }

            count++;
        }

        return count;
    }

    private static void Bind(RawStatement statement, int parameter, object? cell)
    {
        switch (cell)
        {
            case null: statement.BindNull(parameter); break;
            case long number: statement.Bind(parameter, number); break;
            case double number: statement.Bind(parameter, number); break;
            case bool truth: statement.Bind(parameter, truth ? 1L : 0L); break;
            case DateOnly day: statement.Bind(parameter, Moments.Text(day)); break;
            case DateTimeOffset moment: statement.Bind(parameter, Moments.Text(moment)); break;
            case byte[] bytes: statement.BindBytes(parameter, bytes); break;
            case string text: statement.Bind(parameter, text); break;
            default: throw new InvalidOperationException($"No cell holds {cell.GetType().Name}.");
        }
    }
}
