using Huodi.App.Stores;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger.Recording;

/// <summary>Records one entry, on the ground that whoever records it has seen everything about its subject.</summary>
public sealed class RecordEntry(ILedgerStore ledger)
{
    /// <summary>Appends the draft.</summary>
    /// <param name="draft">A draft without faults.</param>
    /// <param name="seen">Number of the last entry about the subject that was seen, 0 for none; null when that does not matter.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The entry; one that the ledger holds already, word for word, is given back and not recorded again, whatever was seen.</returns>
    /// <exception cref="StoreException">LEDGER_MOVED: something else was recorded about the subject; nothing was recorded. LEDGER_SUPERSEDES.</exception>
    public async Task<AppendedEntry> OfAsync(LedgerDraft draft, long? seen, CancellationToken cancellation)
    {
        if (seen is null) return (await ledger.AppendAsync([draft], cancellation))[0];
        // The head is read first: what comes in behind it, the append itself looks for.
        var head = await ledger.HeadAsync(cancellation);
        var known = await ledger.OfSubjectAsync(draft.Subject, cancellation).ToListAsync(cancellation);
        if (HeldEntries.Of(known).Same(draft) is { } same) return new(same, false);
        if (known.Find(e => e.Number > seen) is { } moved) throw LedgerExpectation.Moved(moved);
        try
        {
            return (await ledger.AppendAsync([draft], new(head.Entries, draft.Subject, []), cancellation))[0];
        }
        catch (StoreException e) when (e.Code == "LEDGER_MOVED")
        {
            // Two clicks at once: the other one recorded the same.
            var now = HeldEntries.Of(await ledger.OfSubjectAsync(draft.Subject, cancellation).ToListAsync(cancellation)).Same(draft);
            if (now is null) throw;
            return new(now, false);
        }
    }
}
