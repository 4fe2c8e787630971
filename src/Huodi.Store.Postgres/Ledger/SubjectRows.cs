using Huodi.App.Ledger.Stretches;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>The entries of a range of subjects, taken in any order and given in the order of subject and number.</summary>
internal sealed class SubjectRows
{
    private const int None = -1;

    private readonly CopiedRow _row = LedgerRows.Row();
    private readonly List<(ReadOnlyMemory<byte> Row, int Before)> _rows = [];
    private readonly Dictionary<ReadOnlyMemory<byte>, int> _last = new(new SameBytes());

    /// <summary>Takes the rows of a copy to its end.</summary>
    public static SubjectRows Of(CopiedRows rows, CancellationToken cancellation)
    {
        var all = new SubjectRows();
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            all.Take(rows.Row);
        }

        return all;
    }

    /// <summary>The stretches.</summary>
    /// <param name="builder">Builds them, here and for the ranges before.</param>
    public IEnumerable<LedgerStretch> Stretches(StretchBuilder builder)
    {
        var numbered = new List<(long Number, ReadOnlyMemory<byte> Row)>();
        foreach (var last in InOrder())
        {
            numbered.Clear();
            for (var at = last; at != None; at = _rows[at].Before) numbered.Add((_row.Take(_rows[at].Row).Number(0), _rows[at].Row));
            numbered.Sort((a, b) => a.Number.CompareTo(b.Number));
            foreach (var (_, row) in numbered)
            {
                var cells = _row.Take(row);
                if (builder.Add(cells[1], cells[2], LedgerRows.Note(cells), cells[3].Span, row) is { } full) yield return full;
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> row)
    {
        ref var last = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_last, LedgerRows.SubjectOf(row), out var isKnown);
        _rows.Add((row, isKnown ? last : None));
        last = _rows.Count - 1;
    }

    /// <summary>The place of the last row of each subject, by kind and identity, both by code point.</summary>
    private int[] InOrder()
    {
        var places = _last.Values.ToArray();
        var subjects = Array.ConvertAll(places, p => _row.Take(_rows[p].Row) is var r ? (Kind: r[1], Id: r[2]) : default);
        Array.Sort(subjects, places, Comparer<(ReadOnlyMemory<byte> Kind, ReadOnlyMemory<byte> Id)>.Create((a, b) =>
            a.Kind.Span.SequenceCompareTo(b.Kind.Span) is var kind and not 0 ? kind : a.Id.Span.SequenceCompareTo(b.Id.Span)));
        return places;
    }

    private sealed class SameBytes : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(obj.Span);
            return hash.ToHashCode();
        }
    }
}
