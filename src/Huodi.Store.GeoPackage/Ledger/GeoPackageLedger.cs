using System.Runtime.CompilerServices;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Stretches;
using Huodi.Domain.Ledger;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Ledger;

/// <summary>The ledger in a GeoPackage file.</summary>
internal sealed class GeoPackageLedger(GeoPackageStore store, Connections connections, StoreReader reader, TimeProvider clock) : ILedgerStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation) =>
        store.WriteAsync(
            transaction => Task.FromResult(new LedgerWriter(connections.Writer, transaction, clock).Append(drafts, expectation, cancellation)), cancellation);

    /// <inheritdoc/>
    public Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation) => store.WriteAsync(
        async transaction =>
        {
            connections.WideCache(true);
            try
            {
                return await new LedgerWriter(connections.Writer, transaction, clock).AppendManyAsync(drafts, cancellation);
            }
            finally
            {
                connections.WideCache(false);
            }
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<LedgerHead> HeadAsync(CancellationToken cancellation) =>
        await reader.FirstAsync(LedgerRows.SelectHead, [], LedgerRows.Head, cancellation) ?? throw SqliteErrors.Corrupt(connections.Path);

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
        var (where, values) = filter.Where("instr", LedgerRow.Day);
        var most = take is { } count ? FormattableString.Invariant($" LIMIT {count}") : "";
        return reader.ReadAsync(LedgerRows.Select + where + " ORDER BY number DESC" + most, values, LedgerRows.Entry, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerStretch> StretchesAsync(long upTo, bool whole, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        using var connection = SqliteErrors.Guard(connections.Path, () => Connections.OpenToRead(connections.Path));
        // Entries about one subject lie far apart: a mapped page costs no call and no copy, and the cache serves what SQLite does not map.
        using (var cache = new Statement(connection, "PRAGMA cache_size = -131072")) _ = cache.Run();
        using (var map = new Statement(connection, "PRAGMA mmap_size = 2147418112")) _ = map.Number(); // the most that SQLite takes
        using var rows = SqliteErrors.Guard(connections.Path, () => new RawStatement(connection, LedgerRows.SelectUpTo));
        rows.Bind(1, upTo);
        var kept = new KeptRows(LedgerRows.Cells);
        var builder = new StretchBuilder(LedgerRows.Entry);
        while (SqliteErrors.Guard(connections.Path, rows.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            var row = kept.Keep(rows);
            if (builder.Add(kept[1], kept[2], LedgerRows.Note(rows, kept), kept[3].Span, row) is { } full) yield return full;
        }

        if (builder.Finish() is { } last) yield return last;
    }

    /// <inheritdoc/>
    public Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellation) =>
        reader.FirstAsync(LedgerRows.Select + " WHERE number = $1", [number], LedgerRows.Entry, cancellation);

    /// <inheritdoc/>
    public async Task<LedgerVerification> VerifyAsync(LedgerHead? anchor, CancellationToken cancellation)
    {
        // One read transaction holds the entries and the head of one state, whoever appends meanwhile.
        using var connection = connections.OpenReader();
        using var transaction = SqliteErrors.Guard(connections.Path, () => connection.BeginTransaction(deferred: true));
        try
        {
            LedgerHead head;
            using (var select = new Statement(connection, LedgerRows.SelectHead, transaction))
            using (var found = SqliteErrors.Guard(connections.Path, () => select.Query()))
                head = found.Read() ? LedgerRows.Head(found) : LedgerHead.Empty;
            var verified = await LedgerVerification.OfAsync(Entries(connection, transaction), head, anchor, cancellation);
            return verified with { Problems = [.. verified.Problems, .. SqliteErrors.Guard(connections.Path, () => LedgerFile.Check(connection, transaction))] };
        }
        catch (FormatException)
        {
            throw SqliteErrors.Corrupt(connections.Path);
        }
    }

    private async IAsyncEnumerable<LedgerEntry> Entries(SqliteConnection connection, SqliteTransaction transaction)
    {
        await Task.CompletedTask;
        using var select = new Statement(connection, LedgerRows.Select + " ORDER BY number", transaction);
        using var rows = SqliteErrors.Guard(connections.Path, () => select.Query());
        while (SqliteErrors.Guard(connections.Path, rows.Read)) yield return LedgerRows.Entry(rows);
    }
}
