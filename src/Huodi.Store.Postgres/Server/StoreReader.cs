using System.Runtime.CompilerServices;
using Npgsql;

namespace Huodi.Store.Postgres.Server;

/// <summary>Reads rows one by one, each query on a connection of its own, with PostgreSQL's errors in words for people.</summary>
internal sealed class StoreReader(NpgsqlDataSource source, ServerErrors errors)
{
    /// <summary>One item a row.</summary>
    public IAsyncEnumerable<T> ReadAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> map, CancellationToken cancellation) =>
        ReadGroupsAsync(sql, values, async (r, c) => (map(r), await r.ReadAsync(c)), cancellation);

    /// <summary>
    /// One item from one or more rows. <paramref name="map"/> begins on the item's first row, ends on the next item's, and tells
    /// whether there is one.
    /// </summary>
    public async IAsyncEnumerable<T> ReadGroupsAsync<T>(
        string sql,
        object[] values,
        Func<NpgsqlDataReader, CancellationToken, Task<(T Item, bool HasMore)>> map,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await errors.GuardAsync(async () => await source.OpenConnectionAsync(cancellation));
        await using var command = connection.Command(sql, values);
        await using var reader = await errors.GuardAsync(async () => await command.ExecuteReaderAsync(cancellation));
        var hasMore = await errors.GuardAsync(async () => await reader.ReadAsync(cancellation));
        try
        {
            while (hasMore)
            {
                cancellation.ThrowIfCancellationRequested();
                (var item, hasMore) = await errors.GuardAsync(async () => await map(reader, cancellation));
                yield return item;
            }
        }
        finally
        {
            // A caller that stops half way must not wait until the server has sent all the rest.
            if (hasMore) command.Cancel();
        }
    }

    /// <summary>The first item, or null.</summary>
    public async Task<T?> FirstAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
        where T : class => await ReadAsync(sql, values, map, cancellation).FirstOrDefaultAsync(cancellation);
}
