using System.Text.Json;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain.Warnings;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Warnings;

/// <summary>
/// A run on a connection of its own: what it gives waits in temporary tables, which lie in another file, so that nobody waits for it
/// until <see cref="SaveAsync"/>. The turn is a lock on a file beside the store, which the system takes back from a killed process.
/// </summary>
internal sealed class WarningTurn : IWarningTurn
{
    private const int LongestWait = 600;

    private const string Stage = """
        CREATE TEMP TABLE given (seq INTEGER PRIMARY KEY, subject_kind, subject_id, rule, term, level, matter, due, rank, division, articles, responsible, text);
        CREATE TEMP TABLE change (number INTEGER PRIMARY KEY, action, reason, office, ledger_entry, status, is_open);
        """;

    private readonly GeoPackageStore _store;
    private readonly Connections _connections;
    private readonly StoreReader _reader;
    private readonly TimeProvider _clock;
    private readonly FileStream _lock;
    private readonly SqliteConnection _connection;
    private WarningRun? _run;

    private WarningTurn(GeoPackageStore store, Connections connections, StoreReader reader, TimeProvider clock, FileStream turn)
    {
        (_store, _connections, _reader, _clock, _lock) = (store, connections, reader, clock, turn);
        _connection = SqliteErrors.Guard(connections.Path, () => Connections.OpenWriter(connections.Path, SqliteOpenMode.ReadWrite));
        _connection.DefaultTimeout = LongestWait; // A large import may be under way; the run waits for it rather than be lost.
        using var stage = new Statement(_connection, Stage);
        _ = stage.Run();
    }

    /// <summary>Takes the turn.</summary>
    /// <exception cref="StoreException">WARNING_RUNNING.</exception>
    public static WarningTurn Take(GeoPackageStore store, Connections connections, StoreReader reader, TimeProvider clock)
    {
        var turn = Lock(connections.Path) ?? throw WarningCodes.Running();
        try
        {
            return new WarningTurn(store, connections, reader, clock, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock that the turn is; null when another process has it.</summary>
    public static FileStream? Lock(string path)
    {
        try
        {
            return new FileStream(path + "-warnings.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<WarningRun?> LastAsync(CancellationToken cancellation) => _reader.FirstAsync(WarningRows.SelectRuns, [], WarningRows.Run, cancellation);

    /// <inheritdoc/>
    public Task BeginAsync(WarningRun run, CancellationToken cancellation)
    {
        _run = run;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task GiveAsync(IReadOnlyList<WarningNotice> notices, CancellationToken cancellation) => StageAsync(
        $"INSERT INTO temp.given ({WarningRows.NoticeColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)", notices, Bind, cancellation);

    /// <inheritdoc/>
    public Task ChangeAsync(IReadOnlyList<WarningChange> changes, CancellationToken cancellation) => StageAsync(
        "INSERT INTO temp.change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", changes, Bind, cancellation);

    /// <inheritdoc/>
    public Task<WarningRun> SaveAsync(CancellationToken cancellation) => _store.AloneAsync(
        () =>
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var kept = Merge(transaction, _run ?? throw new InvalidOperationException("Nothing has begun."));
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return Task.FromResult(kept);
        },
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return _lock.DisposeAsync();
    }

    private static void Bind(RawStatement insert, WarningNotice notice)
    {
        var identity = notice.Identity;
        insert.Bind(1, identity.Subject.Word);
        insert.Bind(2, identity.Subject.Id);
        insert.Bind(3, identity.Rule);
        insert.Bind(4, identity.Term);
        insert.Bind(5, identity.Level);
        insert.Bind(6, notice.Matter);
        Bind(insert, 7, notice.Due is { } due ? Moments.Text(due) : null);
        insert.Bind(8, notice.Rank);
        Bind(insert, 9, notice.Place?.Digits);
        insert.Bind(10, JsonSerializer.Serialize(notice.Articles));
        insert.Bind(11, notice.Responsible);
        insert.Bind(12, notice.Text);
    }

    private static void Bind(RawStatement insert, WarningChange change)
    {
        var status = WarningLife.After(change.Act.Action);
        insert.Bind(1, change.Number);
        insert.Bind(2, WarningCodes.Code(change.Act.Action));
        insert.Bind(3, change.Act.Reason);
        insert.Bind(4, change.Act.Office);
        insert.Bind(5, change.Act.Entry);
        insert.Bind(6, WarningCodes.Code(status));
        insert.Bind(7, status == WarningStatus.Given ? 1L : 0L);
    }

    private static void Bind(RawStatement insert, int parameter, string? text)
    {
        if (text is null) insert.BindNull(parameter);
        else insert.Bind(parameter, text);
    }

    private Task StageAsync<T>(string sql, IReadOnlyList<T> rows, Action<RawStatement, T> bind, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return rows.Count == 0 ? Task.CompletedTask : SqliteErrors.Guard(_connections.Path, () =>
        {
            using var transaction = _connection.BeginTransaction(deferred: true);
            using var insert = new RawStatement(_connection, sql);
            foreach (var row in rows)
            {
                bind(insert, row);
                _ = insert.Run();
            }

            transaction.Commit();
            return Task.CompletedTask;
        });
    }

    private WarningRun Merge(SqliteTransaction transaction, WarningRun run)
    {
        using var last = new Statement(_connection, "SELECT coalesce(max(number), 0) FROM warning_run", transaction);
        var kept = run with { Number = last.Number() + 1, RanAt = StoredMoment.Keep(_clock.GetUtcNow()) };
        if (kept.Number != run.Number) throw WarningCodes.Running(); // Somebody ran without taking the turn.
        var (moment, day) = (Moments.Text(kept.RanAt), Moments.Text(kept.Day));
        kept = kept with { Changed = Run(MergeSql.Reopened, kept.Number, moment, kept.Name) + Run(MergeSql.Changed, kept.Number, moment, kept.Name) };
        _ = Run(MergeSql.Reopen, day);
        _ = Run(MergeSql.Change, day);
        kept = kept with { Given = Run(MergeSql.Give, kept.Number, day) };
        _ = Run("INSERT INTO warning_run VALUES ($1, $2, $3, $4, $5, $6, $7)", kept.Number, day, moment, kept.By, kept.LedgerEntries, kept.Given, kept.Changed);
        return kept;

        long Run(string sql, params object[] values)
        {
            using var statement = new Statement(_connection, sql, transaction);
            return statement.Run(values);
        }
    }
}
