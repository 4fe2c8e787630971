using Huodi.App.Warnings;
using Huodi.Domain.Warnings;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Warnings;

/// <summary>The tables <c>warning_run</c>, <c>warning</c> and <c>warning_event</c>.</summary>
internal sealed class WarningTables(GeoPackageStore store, Connections connections, StoreReader reader, TimeProvider clock) : IWarningStore
{
    /// <inheritdoc/>
    public Task<IWarningTurn> TakeTurnAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IWarningTurn>(WarningTurn.Take(store, connections, reader, clock));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WarningRun> RunsAsync(CancellationToken cancellation) => reader.ReadAsync(WarningRows.SelectRuns, [], WarningRows.Run, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> OpenAsync(CancellationToken cancellation) =>
        reader.ReadAsync(WarningRows.Select + " WHERE is_open ORDER BY subject_kind, subject_id, number", [], WarningRows.Warning, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> ListAsync(WarningFilter filter, long skip, int? take, CancellationToken cancellation)
    {
        var (where, values) = filter.Where("is_open = 1", Moments.Text);
        var sql = $"{WarningRows.Select}{where} ORDER BY rank, due, number LIMIT {take ?? -1} OFFSET {skip}";
        return reader.ReadAsync(sql, values, WarningRows.Warning, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WarningCount>> CountAsync(WarningFilter filter, CancellationToken cancellation)
    {
        var (where, values) = filter.Where("is_open = 1", Moments.Text);
        var sql = $"SELECT office, level, min(rank), count(*), sum(status = 'given') FROM warning{where} GROUP BY office, level ORDER BY office, 3, level";
        return await reader.ReadAsync(sql, values, r => new WarningCount(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4)), cancellation)
            .ToListAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<Warning?> FindAsync(long number, CancellationToken cancellation) =>
        reader.FirstAsync(WarningRows.Select + " WHERE number = $1", [number], WarningRows.Warning, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<WarningEvent> HistoryAsync(long number, CancellationToken cancellation) =>
        reader.ReadAsync(WarningRows.SelectEvents, [number], WarningRows.Event, cancellation);

    /// <inheritdoc/>
    public Task<Warning> ActAsync(long number, int version, WarningAct act, CancellationToken cancellation) => store.WriteAsync(
        transaction =>
        {
            var now = First(transaction, WarningRows.Select + " WHERE number = $1", number, WarningRows.Warning) ?? throw WarningCodes.Unknown(number);
            if (now.Version != version && First(transaction, WarningRows.SelectEvents + " DESC", number, WarningRows.Event) is { } last) throw WarningCodes.Changed(now, last);
            var next = WarningLife.Next(now, act);
            using var update = new Statement(
                connections.Writer, "UPDATE warning SET status = $2, is_open = $3, version = $4, office = $5, person = $6 WHERE number = $1", transaction);
            _ = update.Run(number, WarningCodes.Code(next.Status), next.IsOpen, next.Version, next.Office, next.Person);
            using var insert = new Statement(
                connections.Writer,
                """
                INSERT INTO warning_event (warning_number, version, action, recorded_at, recorded_by, reason, office, person, document, document_hash, ledger_entry)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                transaction);
            _ = insert.Run(
                number, next.Version, WarningCodes.Code(act.Action), Moments.Text(clock.GetUtcNow()), act.By, act.Reason, act.Office, act.Person,
                act.Document?.Name, act.Document?.Hash, act.Entry);
            return Task.FromResult(next);
        },
        cancellation);

    private T? First<T>(SqliteTransaction transaction, string sql, long number, Func<SqliteDataReader, T> map)
        where T : class
    {
        using var select = new Statement(connections.Writer, sql, transaction);
        using var rows = select.Query(number);
        return rows.Read() ? map(rows) : null;
    }
}
