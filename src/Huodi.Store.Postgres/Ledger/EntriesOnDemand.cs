using System.Collections.Concurrent;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Store.Postgres.Server;
using Npgsql;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>Whole entries for rows that hold only what facts depend on, read subject by subject, on the thread that asks.</summary>
/// <param name="source">The server.</param>
/// <param name="errors">Its errors.</param>
internal sealed class EntriesOnDemand(NpgsqlDataSource source, ServerErrors errors)
{
    private readonly ConcurrentDictionary<int, (LedgerSubject Subject, Dictionary<long, LedgerEntry> Entries)> _last = []; // By thread.

    /// <summary>The whole entry of a row.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT: the ledger has lost it.</exception>
    public LedgerEntry Of(ReadOnlyMemory<byte> row)
    {
        var number = LedgerRows.NumberOf(row.Span);
        var subject = LedgerRows.Subject(row);
        var thread = Environment.CurrentManagedThreadId;
        if (!_last.TryGetValue(thread, out var last) || last.Subject != subject) _last[thread] = last = (subject, Read(subject));
        return last.Entries.TryGetValue(number, out var entry)
            ? entry
            : throw new StoreException("STORE_CORRUPT", $"第 {number} 条登记不见了，台账可能被改动，请从备份恢复。");
    }

    private Dictionary<long, LedgerEntry> Read(LedgerSubject subject)
    {
        try
        {
            // Whoever asks is at work on a thread of its own: to wait here costs nobody else one.
            using var connection = source.OpenConnection();
            using var command = connection.Command(LedgerRows.SelectSubject, subject.Word, subject.Id);
            using var rows = command.ExecuteReader();
            var entries = new Dictionary<long, LedgerEntry>();
            while (rows.Read())
            {
                var entry = LedgerRows.Entry(rows);
                entries[entry.Number] = entry;
            }

            return entries;
        }
        catch (NpgsqlException e)
        {
            throw errors.Translate(e);
        }
    }
}
