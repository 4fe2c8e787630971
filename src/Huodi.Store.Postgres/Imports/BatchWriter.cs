using System.Runtime.CompilerServices;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Store.Postgres.Server;
using Huodi.Store.Postgres.Tables;
using Npgsql;

namespace Huodi.Store.Postgres.Imports;

/// <summary>Saves one batch inside a transaction that holds the lock on <c>import_batch</c>.</summary>
internal sealed class BatchWriter(NpgsqlConnection connection, ImportBatch batch)
{
    private readonly List<RefusedRow> _conflicts = [];
    private int _added;
    private int _unchanged;

    /// <summary>Writes everything; the caller commits.</summary>
    public async Task<ImportReport> WriteAsync(CancellationToken cancellation)
    {
        var number = await connection.NumberAsync("SELECT coalesce(max(id), 0) + 1 FROM import_batch", [], cancellation);
        var moment = StoredMoment.Keep(batch.ImportedAt);
        const string Begin = "INSERT INTO import_batch VALUES ($1, $2, $3, $4, $5, $6, 0, 0)";
        _ = await connection.RunAsync(Begin, [number, batch.File, batch.FileHash, batch.Layer, moment, batch.Header.ToArray()], cancellation);

        await WriteAsync(DistrictTable.Instance, batch.Districts, number, cancellation);
        await WriteAsync(ParcelTable.Instance, batch.Parcels, number, cancellation);
        await WriteAsync(GrantTable.Instance, batch.Grants, number, cancellation);
        var refused = batch.Refused.Concat(_conflicts).OrderBy(r => r.Row).ToList();
        await DiagnosticRows.WriteAsync(connection, number, refused, batch.Warnings, cancellation);

        const string Finish = "UPDATE import_batch SET added = $2, unchanged = $3 WHERE id = $1";
        _ = await connection.RunAsync(Finish, [number, _added, _unchanged], cancellation);
        return new ImportReport(number, batch.File, batch.Layer, moment, _added, _unchanged, refused, batch.Warnings);
    }

    private async Task WriteAsync<T>(ItemTable<T> table, IReadOnlyList<T> items, long number, CancellationToken cancellation)
    {
        if (items.Count == 0) return;

        var fresh = new Dictionary<string, (int Position, T Item)>(StringComparer.Ordinal);
        var repeated = new List<(int Position, T Item)>();
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = (fresh.Count + repeated.Count, item);
            if (!fresh.TryAdd(table.IdentityOf(item), place)) repeated.Add(place);
        }

        await CopyAsync(table, fresh.Values.Select(f => f.Item), number, cancellation);
        var insert = $"""
            INSERT INTO {table.Name} ({table.Columns}) SELECT {table.Columns} FROM incoming_{table.Name}
            ON CONFLICT ({table.Identity}) DO NOTHING
            """;
        var added = await connection.RunAsync(insert, [], cancellation);
        _added += added;

        var conflicts = new List<(int Position, RefusedRow Row)>();
        if (added < fresh.Count)
        {
            var held = $"{table.Select} WHERE batch_id != $1 AND {table.Identity} IN (SELECT {table.Identity} FROM incoming_{table.Name})";
            await foreach (var stored in ReadAsync(table, held, number, cancellation)) Compare(stored, fresh[table.IdentityOf(stored)]);
        }

        foreach (var place in repeated)
        {
            var one = $"{table.Select} WHERE {table.Identity} = $1";
            await foreach (var stored in ReadAsync(table, one, table.IdentityOf(place.Item), cancellation)) Compare(stored, place);
        }

        _conflicts.AddRange(conflicts.OrderBy(c => c.Position).Select(c => c.Row));

        void Compare(T stored, (int Position, T Item) incoming)
        {
            var (position, item) = incoming;
            var differences = table.Differences(stored, item);
            if (differences.Count == 0) _unchanged++;
            else conflicts.Add((position, IdentityConflict.Refuse(batch, table.Words(item), table.FactsOf(item), differences)));
        }
    }

    private async Task CopyAsync<T>(ItemTable<T> table, IEnumerable<T> items, long number, CancellationToken cancellation)
    {
        var stage = $"CREATE TEMPORARY TABLE incoming_{table.Name} ON COMMIT DROP AS SELECT {table.Columns} FROM {table.Name} WITH NO DATA";
        _ = await connection.RunAsync(stage, [], cancellation);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY incoming_{table.Name} ({table.Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var item in items)
        {
            await copy.StartRowAsync(cancellation);
            await table.WriteAsync(copy, item, number, cancellation);
        }

        _ = await copy.CompleteAsync(cancellation);
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        ItemTable<T> table, string sql, object value, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return table.Read(reader);
    }
}
