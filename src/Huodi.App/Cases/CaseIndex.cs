using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Cases;

/// <summary>
/// The lines of all cases of one day, kept in memory and brought up to date from the entries behind the last one read: a list reads the
/// head of the ledger, and the subjects about which something was recorded since. Nothing is written, and nothing here is evidence.
/// </summary>
/// <param name="library">The law.</param>
/// <param name="declared">The declarations of the ledger.</param>
public sealed class CaseIndex(PolicyLibrary library, LoadedLedger declared) : IDisposable
{
    /// <summary>More entries than this are not followed one by one; the cases are read anew.</summary>
    private const long MostFollowed = 2000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ReadCases _read = new(library, declared);
    private readonly ReadNextStep _next = new(library, declared);
    private readonly Dictionary<LedgerSubject, IReadOnlyList<CaseLine>> _lines = [];
    private LedgerHead? _head;
    private DateOnly _day;

    /// <summary>The lines of all cases on a day, in no order.</summary>
    public async Task<IReadOnlyList<CaseLine>> OnAsync(ILedgerStore ledger, DateOnly day, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var head = await ledger.HeadAsync(cancellation);
            var known = await IsKnownAsync(ledger, head, day, cancellation);
            var touched = known ? await TouchedAsync(ledger, cancellation) : await OpenedAsync(ledger, cancellation);
            if (!known) _lines.Clear();
            _head = null; // Should something fail half way, all is read anew.
            foreach (var subject in touched) await ReadAsync(ledger, subject, day, cancellation);
            (_head, _day) = (head, day);
            return [.. _lines.Values.SelectMany(l => l)];
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Whether what is in memory is the same day, and the same ledger with a little more behind it.</summary>
    private async Task<bool> IsKnownAsync(ILedgerStore ledger, LedgerHead head, DateOnly day, CancellationToken cancellation)
    {
        if (_head is not { } seen || _day != day || head.Entries < seen.Entries || head.Entries - seen.Entries > MostFollowed) return false;
        return seen.Entries == 0 || (await ledger.FindAsync(seen.Entries, cancellation))?.Hash == seen.Hash;
    }

    private async Task<HashSet<LedgerSubject>> TouchedAsync(ILedgerStore ledger, CancellationToken cancellation)
    {
        var touched = new HashSet<LedgerSubject>();
        await foreach (var entry in ledger.EntriesAsync(_head!.Entries, cancellation)) // Known only with a head.
        {
            if (entry.Kind == CaseField.Opened || _lines.ContainsKey(entry.Subject)) _ = touched.Add(entry.Subject);
        }

        return touched;
    }

    private static async Task<HashSet<LedgerSubject>> OpenedAsync(ILedgerStore ledger, CancellationToken cancellation)
    {
        var opened = new HashSet<LedgerSubject>();
        await foreach (var entry in ledger.OfKindAsync(CaseField.Opened, cancellation)) _ = opened.Add(entry.Subject);
        return opened;
    }

    private async Task ReadAsync(ILedgerStore ledger, LedgerSubject subject, DateOnly day, CancellationToken cancellation)
    {
        var entries = await ledger.OfSubjectAsync(subject, cancellation).ToListAsync(cancellation);
        _lines[subject] = [.. _read.Of(entries, day).Select(f => CaseLine.Of(f, _next.Of(f, entries, day)))];
    }
}
