using System.Runtime.CompilerServices;
using Huodi.App.Stores;
using Huodi.App.Stores.Copies;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Copies;

/// <summary>All tables of a GeoPackage store, read in one transaction.</summary>
public sealed class GeoPackageSource : IStoreSource
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private GeoPackageSource(string path, SqliteConnection connection)
    {
        (_path, _connection) = (path, connection);
        _transaction = connection.BeginTransaction(deferred: true);
        Tables = TableList.Read(connection, _transaction);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoreTable> Tables { get; }

    /// <summary>Opens a store that exists and is up to date, to read it.</summary>
    /// <exception cref="StoreException">The path is no store of ours, or an older one (STORE_OLDER), or cannot be read.</exception>
    public static GeoPackageSource Open(string path)
    {
        if (!StoreFile.IsStore(path, Migrations.Newest)) throw new StoreException("STORE_MISSING", $"数据库“{path}”不存在，请检查路径。");
        return SqliteErrors.Guard(path, () =>
        {
            var connection = Connections.OpenToRead(path);
            try
            {
                if (Migrations.Pending(connection, null).Count == 0) return new GeoPackageSource(path, connection);
                throw new StoreException("STORE_OLDER", $"数据库“{path}”的结构较旧，请先执行 huodi store migrate {path}。");
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<object?[]> RowsAsync(
        string table, IReadOnlyList<StoreColumn> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        using var statement = new Statement(_connection, $"SELECT {names} FROM \"{table}\" ORDER BY rowid", _transaction);
        using var reader = SqliteErrors.Guard(_path, () => statement.Query());
        var row = new object?[columns.Count];
        while (SqliteErrors.Guard(_path, reader.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            for (var n = 0; n < row.Length; n++) row[n] = reader.IsDBNull(n) ? null : Cell(reader, n, columns[n].Kind);
            yield return row;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _transaction.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private static object Cell(SqliteDataReader reader, int column, CellKind kind) => kind switch
    {
        CellKind.Whole => reader.GetInt64(column),
        CellKind.Real => reader.GetDouble(column),
        CellKind.Truth => reader.GetBoolean(column),
        CellKind.Day => Moments.Day(reader.GetString(column)),
        CellKind.Moment => Moments.Moment(reader.GetString(column)),
        CellKind.Bytes => reader.GetFieldValue<byte[]>(column),
        CellKind.Shape => GeoPackageBinary.Wkb(reader.GetFieldValue<byte[]>(column)),
        _ => reader.GetString(column),
    };
}
