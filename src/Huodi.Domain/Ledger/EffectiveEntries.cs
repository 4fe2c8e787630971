namespace Huodi.Domain.Ledger;

/// <summary>Which entries of one subject hold, as known at a moment.</summary>
public static class EffectiveEntries
{
    /// <summary>Kind of a correction that takes an entry back without putting another in its place.</summary>
    public const string Withdrawal = "withdrawal";

    /// <summary>
    /// The entries that hold: of an entry and everything that supersedes it, straight or through other corrections, only the last to
    /// arrive; nothing where that is a withdrawal. So superseding twice is superseding once with the last.
    /// </summary>
    /// <param name="entries">Entries of one subject in number order.</param>
    /// <param name="knownAsOf">Only what was recorded up to this moment counts; null for everything.</param>
    /// <returns>In the order of their day; on one day, in number order of what they stand for.</returns>
    public static IReadOnlyList<LedgerEntry> Of(IEnumerable<LedgerEntry> entries, DateTimeOffset? knownAsOf = null)
    {
        var roots = new Dictionary<long, long>();
        var last = new SortedDictionary<long, LedgerEntry>();
        foreach (var entry in entries)
        {
            if (entry.Recorded > knownAsOf) break;
            var root = entry.Draft.Supersedes is { } old ? roots.GetValueOrDefault(old.Number, old.Number) : entry.Number;
            roots[entry.Number] = root;
            last[root] = entry;
        }

        return [.. last.Values.Where(e => e.Kind != Withdrawal).OrderBy(e => e.Happened)];
    }
}
