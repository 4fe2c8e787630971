using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Files;

/// <summary>Reads rows one by one, each query on a connection of its own, with SQLite's errors in words for people.</summary>
internal sealed class StoreReader(Connections connections)
{
    /// <summary>One item a row.</summary>
    public IAsyncEnumerable<T> ReadAsync<T>(string sql, object[] values, Func<SqliteDataReader, T> map, CancellationToken cancellation) =>
        ReadGroupsAsync(sql, values, r => (map(r), r.Read()), cancellation);

    /// <summary>
    /// One item from one or more rows. <paramref name="map"/> begins on the item's first row, ends on the next item's, and tells
    /// whether there is one.
    /// </summary>
    public async IAsyncEnumerable<T> ReadGroupsAsync<T>(
        string sql, object[] values, Func<SqliteDataReader, (T Item, bool HasMore)> map, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var connection = connections.OpenReader();
        using var statement = new Statement(connection, sql);
        using var reader = SqliteErrors.Guard(connections.Path, () => statement.Query(values));
        var hasMore = SqliteErrors.Guard(connections.Path, reader.Read);
        while (hasMore)
        {
            cancellation.ThrowIfCancellationRequested();
            (var item, hasMore) = SqliteErrors.Guard(connections.Path, () => map(reader));
            yield return item;
        }
    }

    /// <summary>The first item, or null.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object[] values, Func<SqliteDataReader, T> map, CancellationToken cancellation)
        where T : class
    {
        await foreach (var item in ReadAsync(sql, values, map, cancellation)) return item;
        return null;
    }
}
