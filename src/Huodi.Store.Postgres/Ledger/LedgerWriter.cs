using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Appends inside a transaction that holds the lock on <c>ledger_head</c>.</summary>
internal sealed class LedgerWriter(NpgsqlConnection connection, TimeProvider clock)
{
    // In no order, and the kind where no index is asked for it: only the index of the subjects remains, whatever the planner believes of
    // a table that was not analysed yet, or was in the midst of a long append.
    internal const string SelectHeld = LedgerRows.Select + " WHERE subject_kind = $1 AND subject_id = $2 AND (kind = $3 OR supersedes IS NOT NULL)";

    /// <summary>Appends what is not there yet; the caller commits.</summary>
    public async Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation)
    {
        expectation?.Require(await EntriesAsync(LedgerRows.Select + " WHERE number > $1 ORDER BY number", [expectation.After], cancellation));
        var before = await HeadAsync(cancellation);
        var append = new LedgerAppend(before, clock);
        foreach (var draft in drafts)
        {
            if (append.Asks(draft)) append.Give((await EntriesAsync(SelectHeld, Held(draft), cancellation)).OrderBy(e => e.Number));
            if (append.AsksFor(draft, out var number)) append.Give(await EntriesAsync(LedgerRows.Select + " WHERE number = $1", [number], cancellation));
            _ = append.Add(draft);
        }

        if (append.Head == before) return append.Appended;
        await using (var copy = await connection.BeginBinaryImportAsync(LedgerRows.Copy, cancellation))
        {
            foreach (var one in append.Appended.Where(a => a.IsNew)) await LedgerRows.WriteAsync(copy, one.Entry, cancellation);
            _ = await copy.CompleteAsync(cancellation);
        }

        await MoveAsync(append.Head, cancellation);
        return append.Appended;
    }

    /// <summary>Appends a stream; the caller commits.</summary>
    public async Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation)
    {
        var before = await HeadAsync(cancellation);
        var head = before;
        await using (var copy = await connection.BeginBinaryImportAsync(LedgerRows.Copy, cancellation))
        {
            await foreach (var draft in drafts.WithCancellation(cancellation))
            {
                if (draft.Supersedes is not null) throw new ArgumentException("A correction is appended by itself.", nameof(drafts));
                var entry = LedgerChain.Next(head, draft, clock.GetUtcNow());
                await LedgerRows.WriteAsync(copy, entry, cancellation);
                head = LedgerChain.HeadOf(entry);
            }

            _ = await copy.CompleteAsync(cancellation);
        }

        if (head.Entries > before.Entries) await MoveAsync(head, cancellation);
        return head;
    }

    private async Task<LedgerHead> HeadAsync(CancellationToken cancellation)
    {
        await using var command = connection.Command(LedgerRows.SelectHead);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? LedgerRows.Head(reader) : LedgerHead.Empty;
    }

    private static object[] Held(LedgerDraft draft) => [draft.Subject.Word, draft.Subject.Id, draft.Kind];

    private async Task<List<LedgerEntry>> EntriesAsync(string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<LedgerEntry>();
        while (await reader.ReadAsync(cancellation)) entries.Add(LedgerRows.Entry(reader));
        return entries;
    }

    private Task<int> MoveAsync(LedgerHead head, CancellationToken cancellation) => connection.RunAsync(
        "UPDATE ledger_head SET entries = $1, hash = $2, recorded_at = $3",
        [head.Entries, Convert.FromHexString(head.Hash), head.Recorded.UtcDateTime],
        cancellation);
}
