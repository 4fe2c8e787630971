using System.Collections;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>Some entries of a subject, each read when it is asked for.</summary>
internal sealed class EntryPicks(int[] places, Func<int, LedgerEntry> entry) : IReadOnlyList<LedgerEntry>
{
    public int Count => places.Length;

    public LedgerEntry this[int index] => entry(places[index]);

    public IEnumerator<LedgerEntry> GetEnumerator() => places.Select(entry).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
