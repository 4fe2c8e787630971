using Huodi.App.Ledger.Readings;
using Huodi.App.Stores;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Recording;

/// <summary>Works out what recording a draft would change. Writes nothing.</summary>
public sealed class PreviewEntry(PolicyLibrary library, LoadedLedger declared)
{
    private readonly ReadSubject _read = new(library, declared);

    /// <summary>Works it out as of today.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="draft">A draft without faults.</param>
    /// <param name="today">Today.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="StoreException">LEDGER_SUPERSEDES.</exception>
    public async Task<EntryPreview> OfAsync(ILedgerStore ledger, LedgerDraft draft, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        var superseded = draft.Supersedes is { } old ? await ledger.FindAsync(old.Number, cancellation) : null;
        SupersessionCheck.Check(draft, superseded);
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.OfSubjectAsync(draft.Subject, cancellation)) entries.Add(entry);
        var (dates, held) = (new LedgerDates(today), HeldEntries.Of(entries));
        var before = entries.Count > 0 ? _read.Of(entries, dates) : null;
        var after = _read.Of(Assumptions.Add(entries, [draft], now), dates);
        return new(
            draft,
            today,
            entries.Count > 0 ? entries[^1].Number : 0,
            held.Same(draft),
            superseded,
            before,
            after,
            ReadingChanges.Between(before, after))
        {
            Withdrawn = held.Same(draft) is null ? held.Withdrawn(draft) : null,
        };
    }
}
