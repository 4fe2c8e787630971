using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Appends inside a transaction that holds the lock on <c>ledger_head</c>.</summary>
internal sealed class LedgerWriter(NpgsqlConnection connection, TimeProvider clock)
{
    /// <summary>Appends what is not there yet; the caller commits.</summary>
    public async Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation)
    {
        expectation?.Require(await EntriesAsync(LedgerRows.Select + " WHERE number > $1 ORDER BY number", [expectation.After], cancellation));
        var before = await HeadAsync(cancellation);
        var head = before;
        var appended = new List<AppendedEntry>(drafts.Count);
        var fresh = new Dictionary<(LedgerSubject, string), List<LedgerEntry>>();
        foreach (var draft in drafts)
        {
            if (draft.Supersedes is { } old)
            {
                // What this append adds itself is not on the server yet.
                var superseded = appended.Find(a => a.Entry.Number == old.Number)?.Entry ?? await FindAsync(old.Number, cancellation);
                SupersessionCheck.Check(draft, superseded);
            }

            if (!fresh.TryGetValue((draft.Subject, draft.Kind), out var held)) fresh[(draft.Subject, draft.Kind)] = held = await HeldAsync(draft, cancellation);
            var known = held.Find(e => e.Draft.IsSameAs(draft));
            var entry = known ?? LedgerChain.Next(head, draft, clock.GetUtcNow());
            appended.Add(new(entry, known is null));
            if (known is not null) continue;
            held.Add(entry);
            head = LedgerChain.HeadOf(entry);
        }

        if (head.Entries == before.Entries) return appended;
        await using (var copy = await connection.BeginBinaryImportAsync(LedgerRows.Copy, cancellation))
        {
            foreach (var one in appended.Where(a => a.IsNew)) await LedgerRows.WriteAsync(copy, one.Entry, cancellation);
            _ = await copy.CompleteAsync(cancellation);
        }

        await MoveAsync(head, cancellation);
        return appended;
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

    private async Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellation)
    {
        await using var command = connection.Command(LedgerRows.Select + " WHERE number = $1", number);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? LedgerRows.Entry(reader) : null;
    }

    /// <summary>In no order: asked for one, a server that has not analysed the table yet might read the whole kind.</summary>
    private Task<List<LedgerEntry>> HeldAsync(LedgerDraft draft, CancellationToken cancellation) => EntriesAsync(
        LedgerRows.Select + " WHERE subject_kind = $1 AND subject_id = $2 AND kind = $3",
        [draft.Subject.Word, draft.Subject.Id, draft.Kind],
        cancellation);

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
