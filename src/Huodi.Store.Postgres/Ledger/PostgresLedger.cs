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
        await using var connection = await errors.GuardAsync(async () => await source.OpenConnectionAsync(cancellation));
        await using var stream = await errors.GuardAsync(async () => await connection.BeginRawBinaryCopyAsync(LedgerRows.CopyOut(upTo), cancellation));
        var rows = LedgerRows.Copied(stream);
        var builder = new StretchBuilder(LedgerRows.Entry);
        var isWhole = false;
        try
        {
            while (await errors.GuardAsync(async () => await rows.ReadAsync(cancellation)))
            {
                if (builder.Add(rows[1], rows[2], LedgerRows.Note(rows), rows[3].Span, rows.Row) is { } full) yield return full;
            }

            isWhole = true;
        }
        finally
        {
            // A caller that stops half way must not wait until the server has sent all the rest.
            if (!isWhole) await stream.CancelAsync();
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

    private static async IAsyncEnumerable<LedgerEntry> EntriesAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command(LedgerRows.Select + " ORDER BY number");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return LedgerRows.Entry(rows);
    }
}
