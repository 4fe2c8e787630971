using System.Runtime.CompilerServices;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;

namespace Huodi.Store.Postgres.Imports;

/// <summary>
/// Writes items of one table, some thousands at a time: by binary COPY into a table of the session's own, then those whose identity is
/// free by one INSERT. What another program inserts in the meantime is met by the INSERT, as what was there before.
/// </summary>
internal sealed class ItemWriter<T>(NpgsqlConnection connection, ItemTable<T> table, long batch)
{
    private bool _isStaged;

    /// <summary>Items new to the store.</summary>
    public int Added { get; private set; }

    /// <summary>Items the store held with the same content.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Writes items.</summary>
    /// <returns>Those that are there with other content.</returns>
    public async Task<IReadOnlyList<RefusedRow>> WriteAsync(IReadOnlyList<T> items, RowCells? cells, CancellationToken cancellation)
    {
        var fresh = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        var repeated = new List<T>();
        foreach (var item in items)
        {
            if (!fresh.TryAdd(table.IdentityOf(item), item)) repeated.Add(item);
        }

        await StageAsync(fresh.Values, cancellation);
        var insert = $"""
            WITH added AS (
              INSERT INTO {table.Name} ({table.Columns}) SELECT {table.Columns} FROM incoming_{table.Name}
              ON CONFLICT ({table.Identity}) DO NOTHING RETURNING {table.Identity})
            SELECT {table.Identity} FROM incoming_{table.Name} WHERE {table.Identity} NOT IN (SELECT {table.Identity} FROM added)
            """;
        var held = await connection.ListAsync(insert, [], async (r, c) => (r.GetString(0), await r.ReadAsync(c)), cancellation);
        Added += fresh.Count - held.Count;
        List<T> doubtful = [.. held.Select(h => fresh[h]), .. repeated];
        return doubtful.Count == 0 ? [] : await CompareAsync(doubtful, cells, cancellation);
    }

    private async Task<IReadOnlyList<RefusedRow>> CompareAsync(List<T> items, RowCells? cells, CancellationToken cancellation)
    {
        var stored = new Dictionary<string, T>(StringComparer.Ordinal);
        var select = $"{table.Select} WHERE {table.Identity} = ANY($1)";
        await foreach (var item in ReadAsync(select, items.Select(table.IdentityOf).Distinct().ToArray(), cancellation))
        {
            stored[table.IdentityOf(item)] = item;
        }

        var refused = new List<RefusedRow>();
        foreach (var item in items)
        {
            var differences = table.Differences(stored[table.IdentityOf(item)], item);
            if (differences.Count == 0) Unchanged++;
            else refused.Add(IdentityConflict.Refuse(table.Words(item), table.FactsOf(item), differences, cells));
        }

        return refused;
    }

    private async Task StageAsync(IEnumerable<T> items, CancellationToken cancellation)
    {
        const string Make = "CREATE TEMPORARY TABLE incoming_{0} ON COMMIT DROP AS SELECT {1} FROM {0} WITH NO DATA";
        var ready = _isStaged ? $"TRUNCATE incoming_{table.Name}" : string.Format(null, Make, table.Name, table.Columns);
        _ = await connection.RunAsync(ready, [], cancellation);
        _isStaged = true;
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY incoming_{table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var item in items)
        {
            await copy.StartRowAsync(cancellation);
            await table.WriteAsync(copy, item, batch, cancellation);
        }

        _ = await copy.CompleteAsync(cancellation);
    }

    private async IAsyncEnumerable<T> ReadAsync(string sql, string[] identities, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, (object)identities);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return table.Read(reader);
    }
}
