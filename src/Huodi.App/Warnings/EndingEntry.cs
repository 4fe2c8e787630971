using Huodi.App.Ledger;
using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>Which entry of the ledger ended a warning.</summary>
internal sealed class EndingEntry(ILedgerStore ledger, ReadClocks clocks, DateOnly day)
{
    /// <summary>
    /// The entry from which on the warning ends, among those recorded since it was given; null when none did it, but the passing of
    /// days or a change of policy.
    /// </summary>
    /// <param name="warning">The warning.</param>
    /// <param name="known">How many entries the ledger had when it was given.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<long?> FindAsync(Warning warning, long known, CancellationToken cancellation)
    {
        var entries = new List<LedgerEntry>();
        await foreach (var entry in ledger.OfSubjectAsync(warning.Notice.Identity.Subject, cancellation)) entries.Add(entry);
        var before = entries.FindLastIndex(e => e.Number <= known) + 1;
        var (since, wasEnded) = ((long?)null, before > 0 && Ends(warning, entries[..before]));
        for (var count = before + 1; count <= entries.Count; count++)
        {
            var isEnded = Ends(warning, entries[..count]);
            if (isEnded && !wasEnded) since = entries[count - 1].Number;
            if (!isEnded) since = null;
            wasEnded = isEnded;
        }

        return since;
    }

    private bool Ends(Warning warning, IReadOnlyList<LedgerEntry> entries) =>
        FollowWarnings.End(warning, clocks.Of(entries, day).FirstOrDefault(r => r.Rule == warning.Notice.Identity.Rule)) is not null;
}
