using System.Data;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain.Warnings;
using Huodi.Store.Postgres.Server;
using Npgsql;
using NpgsqlTypes;

namespace Huodi.Store.Postgres.Warnings;

/// <summary>
/// A run in one transaction on a connection of its own: new warnings are put in piece by piece, while people go on with those that
/// are there; what happens to these waits in temporary tables until <see cref="SaveAsync"/>. The turn is an advisory lock of the
/// schema, which the server takes back when the connection of a killed process ends.
/// </summary>
internal sealed class WarningTurn : IWarningTurn
{
    private const int LockClass = 0x48444A; // Any number that no other lock of ours has.
    private const int RunClass = 0x48444B;

    // Pieces are small beside the warnings that are there: these are found by index, whatever the planner knows of a table just made. An
    // ANALYZE in the midst of a run sees none of its rows and would make the planner read all of them for each new one: it waits.
    internal const string Stage = """
        SET LOCAL synchronous_commit = on;
        SET LOCAL lock_timeout = '60s';
        SET LOCAL idle_in_transaction_session_timeout = 0;
        LOCK TABLE warning IN SHARE UPDATE EXCLUSIVE MODE;
        SET LOCAL enable_hashjoin = off;
        SET LOCAL enable_mergejoin = off;
        SET LOCAL enable_seqscan = off;
        SET LOCAL jit = off; -- What reads a staged table whole looks dear to the planner now, and would be compiled anew for each piece.
        CREATE TEMP TABLE warning_given (seq bigint GENERATED ALWAYS AS IDENTITY, subject_kind text COLLATE "C", subject_id text COLLATE "C", rule text COLLATE "C",
          term text COLLATE "C", level text COLLATE "C", matter text, due date, rank integer, division text, articles text[], responsible text, text text) ON COMMIT DROP;
        CREATE TEMP TABLE warning_again (number bigint) ON COMMIT DROP;
        CREATE TEMP TABLE warning_change (number bigint, action text, reason text, office text, ledger_entry bigint, status text, is_open boolean) ON COMMIT DROP;
        """;

    private readonly NpgsqlConnection _connection;
    private readonly ServerErrors _errors;
    private readonly TimeProvider _clock;
    private NpgsqlTransaction? _transaction;
    private WarningRun? _run;
    private long _before;
    private long _given;
    private bool _hasMore; // Something becomes of warnings that were there.

    private WarningTurn(NpgsqlConnection connection, ServerErrors errors, TimeProvider clock) => (_connection, _errors, _clock) = (connection, errors, clock);

    /// <summary>Takes the turn.</summary>
    /// <exception cref="StoreException">WARNING_RUNNING.</exception>
    public static async Task<WarningTurn> TakeAsync(NpgsqlDataSource source, ServerErrors errors, TimeProvider clock, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            // The turn of a machine that lost its power or its net is given back within a minute, not after the two hours of TCP.
            _ = await connection.RunAsync("SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3", [], cancellation);
            if (await connection.NumberAsync("SELECT pg_try_advisory_lock($1, hashtext(current_schema()))::int", [LockClass], cancellation) == 0) throw WarningCodes.Running();
            return new(connection, errors, clock);
        }
        catch
        {
            await ReleaseAsync(connection);
            throw;
        }
    }

    /// <summary>Takes the turn of a schema until the connection's transaction ends; false when another has it.</summary>
    public static async Task<bool> TryLockAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation) =>
        await connection.NumberAsync("SELECT pg_try_advisory_xact_lock($1, hashtext($2))::int", [LockClass, schema], cancellation) == 1;

    /// <inheritdoc/>
    public Task<WarningRun?> LastAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var command = _connection.Command(WarningRows.SelectRuns + " LIMIT 1");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? WarningRows.Run(rows) : null;
    });

    /// <inheritdoc/>
    public Task BeginAsync(WarningRun run, CancellationToken cancellation) => GuardAsync(async () =>
    {
        _transaction = await _connection.BeginTransactionAsync(cancellation);
        // A pooler that changes the connection between transactions has lost the turn: this lock ends with the transaction that does the work.
        if (await _connection.NumberAsync("SELECT pg_try_advisory_xact_lock($1, hashtext(current_schema()))::int", [RunClass], cancellation) == 0) throw WarningCodes.Running();
        _ = await _connection.RunAsync(Stage, [], cancellation);
        await InsertAsync(run, cancellation);
        _ = await _connection.RunAsync("SET CONSTRAINTS ALL IMMEDIATE", [], cancellation);
        _before = await _connection.NumberAsync("SELECT number FROM warning ORDER BY number DESC LIMIT 1", [], cancellation);
        _run = run;
        return true;
    });

    /// <inheritdoc/>
    public Task GiveAsync(IReadOnlyList<WarningNotice> notices, CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (notices.Count == 0) return true;
        await CopyAsync($"COPY warning_given ({WarningRows.NoticeColumns}) FROM STDIN (FORMAT BINARY)", notices, WriteAsync, cancellation);
        var given = await RunAsync(MergeSql.Give, cancellation, Run.Number, Run.Day, _before + _given);
        if (given < notices.Count) _hasMore |= await RunAsync(MergeSql.Again, cancellation, Run.Number) > 0;
        _ = await _connection.RunAsync("TRUNCATE warning_given", [], cancellation);
        _given += given;
        return true;
    });

    /// <inheritdoc/>
    public Task ChangeAsync(IReadOnlyList<WarningChange> changes, CancellationToken cancellation)
    {
        _hasMore |= changes.Count > 0;
        return CopyAsync("COPY warning_change FROM STDIN (FORMAT BINARY)", changes, WriteAsync, cancellation);
    }

    /// <inheritdoc/>
    public Task<WarningRun> SaveAsync(CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (_hasMore) _ = await _connection.RunLongAsync("ANALYZE warning_again; ANALYZE warning_change; ANALYZE warning", [], cancellation);
        _ = await _connection.RunAsync("LOCK TABLE warning IN SHARE ROW EXCLUSIVE MODE", [], cancellation);
        var kept = Run with { RanAt = StoredMoment.Keep(_clock.GetUtcNow()), Given = _given };
        kept = kept with
        {
            Changed = await RunAsync(MergeSql.Reopened, cancellation, kept.Number, kept.RanAt, kept.Name)
                + await RunAsync(MergeSql.Changed, cancellation, kept.Number, kept.RanAt, kept.Name),
        };
        _ = await RunAsync(MergeSql.Reopen, cancellation, kept.Day);
        _ = await RunAsync(MergeSql.Change, cancellation, kept.Day);
        _ = await RunAsync("UPDATE warning_run SET ran_at = $2, given = $3, changed = $4 WHERE number = $1", cancellation, kept.Number, kept.RanAt, kept.Given, kept.Changed);
        await _transaction!.CommitAsync(cancellation); // Run was there, so it has begun.
        return kept;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null && !IsLost) await _transaction.DisposeAsync();
        await ReleaseAsync(_connection);
    }

    private bool IsLost => _connection.State != ConnectionState.Open;

    private WarningRun Run => _run ?? throw new InvalidOperationException("Nothing has begun.");

    /// <summary>One who began since the last run was read has taken its number.</summary>
    private async Task InsertAsync(WarningRun run, CancellationToken cancellation)
    {
        try
        {
            _ = await RunAsync("INSERT INTO warning_run VALUES ($1, $2, $3, $4, $5, 0, 0)", cancellation, run.Number, run.Day, _clock.GetUtcNow(), run.By, run.LedgerEntries);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw WarningCodes.Running();
        }
    }

    /// <summary>Where the connection is lost, the turn is too: whoever wants the run begins it anew.</summary>
    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await _errors.GuardAsync(work);
        }
        catch (Exception e) when (IsLost && e is (InvalidOperationException or StoreException { Code: "STORE_UNREACHABLE" } or StoreException { InnerException: not (null or PostgresException) }))
        {
            throw WarningCodes.Lost(_errors.Server, e);
        }
    }

    /// <summary>Gives the turn back. A connection that can no longer say so is not used again: its end gives it back.</summary>
    private static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        try
        {
            _ = await connection.RunAsync("SELECT pg_advisory_unlock_all()", [], CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await connection.DisposeAsync();
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, WarningNotice notice, CancellationToken cancellation)
    {
        var identity = notice.Identity;
        foreach (var text in new[] { identity.Subject.Word, identity.Subject.Id, identity.Rule, identity.Term, identity.Level, notice.Matter })
            await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
        if (notice.Due is { } due) await copy.WriteAsync(due, NpgsqlDbType.Date, cancellation);
        else await copy.WriteNullAsync(cancellation);
        await copy.WriteAsync(notice.Rank, NpgsqlDbType.Integer, cancellation);
        if (notice.Place is { } place) await copy.WriteAsync(place.Digits, NpgsqlDbType.Text, cancellation);
        else await copy.WriteNullAsync(cancellation);
        await copy.WriteAsync(notice.Articles.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(notice.Responsible, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(notice.Text, NpgsqlDbType.Text, cancellation);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, WarningChange change, CancellationToken cancellation)
    {
        var status = WarningLife.After(change.Act.Action);
        await copy.WriteAsync(change.Number, NpgsqlDbType.Bigint, cancellation);
        foreach (var text in new[] { WarningCodes.Code(change.Act.Action), change.Act.Reason, change.Act.Office }) await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
        if (change.Act.Entry is { } entry) await copy.WriteAsync(entry, NpgsqlDbType.Bigint, cancellation);
        else await copy.WriteNullAsync(cancellation);
        await copy.WriteAsync(WarningCodes.Code(status), NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(status == WarningStatus.Given, NpgsqlDbType.Boolean, cancellation);
    }

    private Task CopyAsync<T>(string sql, IReadOnlyList<T> rows, Func<NpgsqlBinaryImporter, T, CancellationToken, Task> write, CancellationToken cancellation) =>
        rows.Count == 0 ? Task.CompletedTask : GuardAsync(async () =>
        {
            await using var copy = await _connection.BeginBinaryImportAsync(sql, cancellation);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation);
                await write(copy, row, cancellation);
            }

            _ = await copy.CompleteAsync(cancellation);
            return true;
        });

    /// <summary>Hundreds of thousands of warnings come on the first day.</summary>
    private Task<long> RunAsync(string sql, CancellationToken cancellation, params object[] values) => _connection.RunLongAsync(sql, values, cancellation);
}
