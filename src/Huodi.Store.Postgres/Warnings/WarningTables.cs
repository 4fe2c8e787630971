using Huodi.App.Warnings;
using Huodi.Domain.Warnings;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Warnings;

/// <summary>The tables <c>warning_run</c>, <c>warning</c> and <c>warning_event</c>.</summary>
internal sealed class WarningTables(NpgsqlDataSource source, ServerErrors errors, StoreReader reader, TimeProvider clock) : IWarningStore
{
    /// <inheritdoc/>
    public Task<IWarningTurn> TakeTurnAsync(CancellationToken cancellation) =>
        errors.GuardAsync<IWarningTurn>(async () => await WarningTurn.TakeAsync(source, errors, clock, cancellation));

    /// <inheritdoc/>
    public IAsyncEnumerable<WarningRun> RunsAsync(CancellationToken cancellation) => reader.ReadAsync(WarningRows.SelectRuns, [], WarningRows.Run, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> OpenAsync(CancellationToken cancellation) =>
        reader.ReadAsync(WarningRows.Select + " WHERE is_open ORDER BY subject_kind, subject_id, number", [], WarningRows.Warning, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Warning> ListAsync(WarningFilter filter, long skip, int? take, CancellationToken cancellation)
    {
        var (where, values) = filter.Where("is_open", day => day);
        var most = take is { } count ? $" LIMIT {count}" : "";
        return reader.ReadAsync($"{WarningRows.Select}{where} ORDER BY rank, due NULLS FIRST, number{most} OFFSET {skip}", values, WarningRows.Warning, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WarningCount>> CountAsync(WarningFilter filter, CancellationToken cancellation)
    {
        var (where, values) = filter.Where("is_open", day => day);
        var sql = $"SELECT office, level, min(rank), count(*), count(*) FILTER (WHERE status = 'given') FROM warning{where} GROUP BY office, level ORDER BY office, 3, level";
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
    public Task<Warning> ActAsync(long number, int version, WarningAct act, CancellationToken cancellation) => errors.GuardAsync(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        _ = await connection.RunAsync("SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = '30s'", [], cancellation);
        var now = await FirstAsync(connection, WarningRows.Select + " WHERE number = $1 FOR UPDATE", number, WarningRows.Warning, cancellation)
            ?? throw WarningCodes.Unknown(number);
        if (now.Version != version && await FirstAsync(connection, WarningRows.SelectEvents + " DESC", number, WarningRows.Event, cancellation) is { } last)
            throw WarningCodes.Changed(now, last);
        var next = WarningLife.Next(now, act);
        _ = await connection.RunAsync(
            "UPDATE warning SET status = $2, is_open = $3, version = $4, office = $5, person = $6 WHERE number = $1",
            [number, WarningCodes.Code(next.Status), next.IsOpen, next.Version, next.Office, next.Person],
            cancellation);
        _ = await connection.RunAsync(
            """
            INSERT INTO warning_event (warning_number, version, action, recorded_at, recorded_by, reason, office, person, document, document_hash, ledger_entry)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text, $10::text, $11::bigint)
            """,
            [
                number, next.Version, WarningCodes.Code(act.Action), App.Stores.StoredMoment.Keep(clock.GetUtcNow()), act.By, act.Reason, act.Office, act.Person,
                act.Document?.Name, act.Document?.Hash, act.Entry,
            ],
            cancellation);
        await transaction.CommitAsync(cancellation);
        return next;
    });

    private static async Task<T?> FirstAsync<T>(NpgsqlConnection connection, string sql, long number, Func<NpgsqlDataReader, T> map, CancellationToken cancellation)
        where T : class
    {
        await using var command = connection.Command(sql, number);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? map(rows) : null;
    }
}
