using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Stretches;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.Testing;

/// <summary>A ledger in memory, as strict as a store's.</summary>
public sealed class InMemoryLedger(TimeProvider clock) : ILedgerStore
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];

    private LedgerHead Head => _entries.Count == 0 ? LedgerHead.Empty : LedgerChain.HeadOf(_entries[^1]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, CancellationToken cancellation) =>
        AppendAsync(drafts, null, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppendedEntry>> AppendAsync(IReadOnlyList<LedgerDraft> drafts, LedgerExpectation? expectation, CancellationToken cancellation)
    {
        lock (_gate)
        {
            expectation?.Require(_entries.Where(e => e.Number > expectation.After));
            var append = new LedgerAppend(Head, clock);
            append.Give(_entries);
            foreach (var draft in drafts) _ = append.Add(draft);
            _entries.AddRange(append.Appended.Where(a => a.IsNew).Select(a => a.Entry));
            return Task.FromResult(append.Appended);
        }
    }

    /// <inheritdoc/>
    public async Task<LedgerHead> AppendManyAsync(IAsyncEnumerable<LedgerDraft> drafts, CancellationToken cancellation)
    {
        var all = await drafts.ToListAsync(cancellation);
        lock (_gate)
        {
            foreach (var draft in all) _entries.Add(LedgerChain.Next(Head, draft, clock.GetUtcNow()));
            return Head;
        }
    }

    /// <inheritdoc/>
    public Task<LedgerHead> HeadAsync(CancellationToken cancellation) => Task.FromResult(Head);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> EntriesAsync(long after, CancellationToken cancellation) => Stream(e => e.Number > after, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> OfSubjectAsync(LedgerSubject subject, CancellationToken cancellation) =>
        Stream(e => e.Subject == subject, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> OfKindAsync(string kind, CancellationToken cancellation) => Stream(e => e.Kind == kind, cancellation);

    /// <summary>All entries, one list a subject in number order; subjects by kind and identity.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LedgerEntry>> BySubjectAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = await EntriesAsync(0, cancellation).ToListAsync(cancellation);
        var groups = all.GroupBy(e => e.Subject).OrderBy(g => g.Key.Word, StringComparer.Ordinal).ThenBy(g => g.Key.Id, StringComparer.Ordinal);
        foreach (var group in groups) yield return [.. group];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerEntry> NewestAsync(LedgerFilter filter, int? take, CancellationToken cancellation) =>
        Stream(filter.Wants, cancellation).Reverse().Take(take ?? int.MaxValue);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerStretch> StretchesAsync(long upTo, bool whole, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var builder = new StretchBuilder(row => _entries[(int)BinaryPrimitives.ReadInt64LittleEndian(row.Span) - 1]);
        await foreach (var entries in BySubjectAsync(cancellation))
        {
            foreach (var entry in entries.Where(e => e.Number <= upTo))
            {
                var row = new byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(row, entry.Number);
                var (word, id, kind) = (Encoding.UTF8.GetBytes(entry.Subject.Word), Encoding.UTF8.GetBytes(entry.Subject.Id), Encoding.UTF8.GetBytes(entry.Kind));
                if (builder.Add(word, id, LedgerNote.Of(entry), kind, row) is { } full) yield return full;
            }
        }

        if (builder.Finish() is { } last) yield return last;
    }

    /// <inheritdoc/>
    public Task<LedgerEntry?> FindAsync(long number, CancellationToken cancellation) => Task.FromResult(_entries.Find(e => e.Number == number));

    /// <inheritdoc/>
    public Task<LedgerVerification> VerifyAsync(LedgerHead? anchor, CancellationToken cancellation) =>
        LedgerVerification.OfAsync(EntriesAsync(0, cancellation), Head, anchor, cancellation);

    private async IAsyncEnumerable<LedgerEntry> Stream(Func<LedgerEntry, bool> wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        List<LedgerEntry> all;
        lock (_gate) all = [.. _entries.Where(wanted)];
        foreach (var entry in all)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }
}
