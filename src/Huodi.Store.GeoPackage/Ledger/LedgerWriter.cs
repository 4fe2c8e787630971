using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Store.GeoPackage.Files;
using Microsoft.Data.Sqlite;

namespace Huodi.Store.GeoPackage.Ledger;

/// <summary>Appends inside a transaction that has begun to write, so that nobody else can move the head.</summary>
internal sealed class LedgerWriter(SqliteConnection connection, SqliteTransaction transaction, TimeProvider clock)
{
    /// <summary>Appends what is not there yet; the caller commits.</summary>
    public IReadOnlyList<AppendedEntry> Append(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation)
    {
        Require(expectation);
        using var insert = Prepare(LedgerRows.Insert);
        using var find = Prepare(LedgerRows.Select + " WHERE number = $1");
        using var held = Prepare(LedgerRows.Select + " WHERE subject_kind = $1 AND subject_id = $2 AND (kind = $3 OR supersedes IS NOT NULL) ORDER BY number");
        var before = Head();
        var append = new LedgerAppend(before, clock);
        foreach (var draft in drafts)
        {
            cancellation.ThrowIfCancellationRequested();
            if (append.Asks(draft)) append.Give(Entries(held, draft.Subject.Word, draft.Subject.Id, draft.Kind));
            if (append.AsksFor(draft, out var number)) append.Give(Entries(find, number));
            if (append.Add(draft) is (var entry, true)) _ = insert.Run(LedgerRows.Values(entry));
        }

        if (append.Head != before) Move(append.Head);
        return append.Appended;
    }

    /// <summary>Appends a stream; the caller commits. Into an empty ledger the indexes are made behind the entries, each at once.</summary>
    public async Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation)
    {
        var head = Head();
        var before = head;
        var indexes = head.Entries == 0 ? TakeIndexes() : [];
        using var insert = new RawStatement(connection, LedgerRows.Insert);
        await foreach (var draft in drafts.WithCancellation(cancellation))
        {
            if (draft.Supersedes is not null) throw new ArgumentException("A correction is appended by itself.", nameof(drafts));
            var entry = LedgerChain.Next(head, draft, clock.GetUtcNow());
            LedgerRows.Bind(insert, entry);
            _ = insert.Run();
            head = LedgerChain.HeadOf(entry);
        }

        foreach (var index in indexes) Execute(index);
        if (head.Entries > before.Entries) Move(head);
        return head;
    }

    private void Require(LedgerExpectation? expectation)
    {
        if (expectation is null) return;
        using var behind = Prepare(LedgerRows.Select + " WHERE number > $1 ORDER BY number");
        expectation.Require(Entries(behind, expectation.After));
    }

    private static IEnumerable<LedgerEntry> Entries(Statement statement, params object[] values)
    {
        using var reader = statement.Query(values);
        while (reader.Read()) yield return LedgerRows.Entry(reader);
    }

    /// <summary>Drops the indexes of the entries and gives the statements that make them.</summary>
    private List<string> TakeIndexes()
    {
        var (names, sql) = (new List<string>(), new List<string>());
        using (var find = Prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'ledger_entry'"))
        using (var found = find.Query())
        {
            while (found.Read())
            {
                names.Add(found.GetString(0));
                sql.Add(found.GetString(1));
            }
        }

        foreach (var name in names) Execute($"DROP INDEX {name}");
        return sql;
    }

    private void Execute(string sql)
    {
        using var statement = Prepare(sql);
        _ = statement.Run();
    }

    private Statement Prepare(string sql) => new(connection, sql, transaction);

    private LedgerHead Head()
    {
        using var select = Prepare(LedgerRows.SelectHead);
        using var reader = select.Query();
        return reader.Read() ? LedgerRows.Head(reader) : throw SqliteErrors.Corrupt(connection.DataSource);
    }

    private void Move(LedgerHead head)
    {
        using var update = Prepare("UPDATE ledger_head SET entries = $1, hash = $2, recorded_at = $3");
        _ = update.Run(head.Entries, Convert.FromHexString(head.Hash), LedgerRow.Moment(head.Recorded));
    }
}
