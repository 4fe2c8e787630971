using System.Data;
using System.Runtime.CompilerServices;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Stretches;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>The ledger on a PostgreSQL server. Appends wait for one another at the head's row; nothing else waits.</summary>
internal sealed class PostgresLedger(PostgresStore store, NpgsqlDataSource source, ServerErrors errors, StoreReader reader, TimeProvider clock) : ILedgerStore
{
    private const string HeadTable = "ledger_head";

    /// <summary>About how many entries are put together in memory at a time, twice: some 300 bytes each.</summary>
    internal long EntriesOfRange { get; set; } = 2_000_000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation) =>
        store.WriteAsync(HeadTable, c => new LedgerWriter(c, clock).AppendAsync(drafts, expectation, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation) =>
        store.WriteAsync(HeadTable, c => new LedgerWriter(c, clock).AppendManyAsync(drafts, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<LedgerHead> HeadAsync(CancellationToken cancellation) =>
        await reader.FirstAsync(LedgerRows.SelectHead, [], LedgerRows.Head, cancellation) ?? LedgerHead.Empty;

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> EntriesAsync(long after, CancellationToken cancellation) =>
        reader.ReadAsync(LedgerRows.Select + " WHERE number > $1 ORDER BY number", [after], LedgerRows.Entry, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> OfSubjectAsync(LedgerSubject subject, CancellationToken cancellation) => reader.ReadAsync(
        LedgerRows.Select + " WHERE subject_kind = $1 AND subject_id = $2 ORDER BY number", [subject.Word, subject.Id], LedgerRows.Entry, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> OfKindAsync(string kind, CancellationToken cancellation) =>
        reader.ReadAsync(LedgerRows.Select + " WHERE kind = $1 ORDER BY number", [kind], LedgerRows.Entry, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> NewestAsync(LedgerFilter filter, int? take, CancellationToken cancellation)
    {
        var (where, values) = filter.Where("strpos", day => day);
        var most = take is { } count ? FormattableString.Invariant($" LIMIT {count}") : "";
        return reader.ReadAsync(LedgerRows.Select + where + " ORDER BY number DESC" + most, values, LedgerRows.Entry, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerStretch> StretchesAsync(long upTo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ranges = await errors.GuardAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await SubjectCuts.ConditionsAsync(connection, upTo, EntriesOfRange, cancellation);
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var builder = new StretchBuilder(LedgerRows.Entry);
        var next = RangeAsync(ranges[0], stop.Token);
        try
        {
            // While one range is worked through, the next is on its way.
            for (var i = 1; i <= ranges.Count; i++)
            {
                var rows = await next;
                if (i < ranges.Count) next = RangeAsync(ranges[i], stop.Token);
                foreach (var stretch in rows.Stretches(builder)) yield return stretch;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (builder.Finish() is { } last) yield return last;
    }

    /// <inheritdoc/>
    public Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellation) =>
        reader.FirstAsync(LedgerRows.Select + " WHERE number = $1", [number], LedgerRows.Entry, cancellation);

    /// <inheritdoc/>
    public Task<LedgerVerification> VerifyAsync(LedgerHead? anchor, CancellationToken cancellation) => errors.GuardAsync(async () =>
    {
        // One snapshot holds the entries and the head of one state, whoever appends meanwhile.
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        LedgerHead head;
        await using (var command = connection.Command(LedgerRows.SelectHead))
        await using (var found = await command.ExecuteReaderAsync(cancellation))
            head = await found.ReadAsync(cancellation) ? LedgerRows.Head(found) : LedgerHead.Empty;
        return await LedgerVerification.OfAsync(EntriesAsync(connection, cancellation), head, anchor, cancellation);
    });

    private Task<SubjectRows> RangeAsync(string condition, CancellationToken cancellation) => Task.Run(
        () => errors.GuardAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            _ = await connection.RunAsync(SubjectCuts.Plan, [], cancellation);
            await using var stream = await connection.BeginRawBinaryCopyAsync(LedgerRows.CopyOut(condition), cancellation);
            try
            {
                return SubjectRows.Of(new CopiedRows(stream), cancellation);
            }
            catch (OperationCanceledException)
            {
                // A caller that stops half way must not wait until the server has sent all the rest.
                await stream.CancelAsync();
                throw;
            }
        }),
        cancellation);

    private static async IAsyncEnumerable<LedgerEntry> EntriesAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command(LedgerRows.Select + " ORDER BY number");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return LedgerRows.Entry(rows);
    }
}
