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

    /// <summary>About how many entries are in memory at a time, some 150 bytes each; whole ones are twice as long, and half as many.</summary>
    internal long EntriesOfRange { get; set; } = 16_000_000;

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
        LedgerRows.SelectSubject, [subject.Word, subject.Id], LedgerRows.Entry, cancellation);

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
    public async IAsyncEnumerable<LedgerStretch> StretchesAsync(long upTo, bool whole, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ranges = await errors.GuardAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await SubjectRange.AllAsync(connection, upTo, Math.Max(1, whole ? EntriesOfRange / 2 : EntriesOfRange), cancellation);
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var demanded = new EntriesOnDemand(source, errors);
        var builder = new StretchBuilder(whole ? LedgerRows.Entry : demanded.Of);
        var next = RangeAsync(ranges[0], whole, stop.Token);
        try
        {
            // While one range is worked through, the next is on its way.
            for (var i = 1; i <= ranges.Count; i++)
            {
                var rows = await next;
                if (i < ranges.Count) next = RangeAsync(ranges[i], whole, stop.Token);
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
        var verified = await LedgerVerification.OfAsync(EntriesAsync(connection, cancellation), head, anchor, cancellation);
        var (problems, left) = await LedgerIndexes.CheckAsync(source, cancellation);
        return verified with { Problems = [.. verified.Problems, .. problems], Unchecked = left };
    });

    private Task<RangeRows> RangeAsync(SubjectRange range, bool whole, CancellationToken cancellation) => Task.Run(
        () => errors.GuardAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            _ = await connection.RunAsync(SubjectRange.Plan, [], cancellation);
            await using var stream = await connection.BeginRawBinaryCopyAsync(LedgerRows.CopyOut(range.Condition, whole), cancellation);
            try
            {
                return RangeRows.Of(new CopiedRows(stream), range, cancellation);
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
