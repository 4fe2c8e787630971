using Huodi.Domain.Ledger.Projection;

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
        List<LedgerEntry> known = [.. entries.TakeWhile(e => knownAsOf is null || e.Recorded <= knownAsOf)];
        var held = new List<int>();
        Hold(known.ConvertAll(e => new LedgerNote(e.Number, e.Draft.Supersedes?.Number ?? 0, e.Happened, e.Kind, default)).ToArray(), DateOnly.MaxValue, held);
        return held.ConvertAll(i => known[i]);
    }

    /// <summary>The same for notes that are all known, with what happened up to a day.</summary>
    /// <param name="notes">Entries of one subject in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="held">Is given the places of those that hold, in the order of their day; on one day, of what they stand for.</param>
    internal static void Hold(ReadOnlySpan<LedgerNote> notes, DateOnly asOf, List<int> held)
    {
        held.Clear();
        var roots = new long[notes.Length];
        var isCorrected = false;
        for (var i = 0; i < notes.Length; i++)
        {
            roots[i] = notes[i].Supersedes == 0 ? notes[i].Number : Root(notes[..i], roots, notes[i].Supersedes);
            isCorrected |= notes[i].Supersedes != 0;
        }

        for (var i = 0; i < notes.Length; i++)
        {
            if (notes[i].Kind == Withdrawal || notes[i].Happened > asOf || (isCorrected && roots.AsSpan(i + 1).Contains(roots[i]))) continue;
            var at = held.Count;
            while (at > 0 && IsBefore(notes, roots, i, held[at - 1])) at--;
            held.Insert(at, i);
        }
    }

    private static bool IsBefore(ReadOnlySpan<LedgerNote> notes, long[] roots, int one, int other) =>
        notes[one].Happened < notes[other].Happened || (notes[one].Happened == notes[other].Happened && roots[one] < roots[other]);

    /// <summary>What the entry of that number stands for.</summary>
    private static long Root(ReadOnlySpan<LedgerNote> earlier, long[] roots, long number)
    {
        for (var i = earlier.Length - 1; i >= 0; i--)
        {
            if (earlier[i].Number == number) return roots[i];
        }

        return number;
    }
}
