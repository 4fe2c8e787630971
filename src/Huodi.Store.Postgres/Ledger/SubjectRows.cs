using System.Runtime.InteropServices;
using Huodi.App.Ledger.Stretches;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>The entries of some thousand subjects, taken in any order and given in the order of subject and number.</summary>
internal sealed class SubjectRows
{
    private const int None = -1;

    private readonly CopiedRow _row = LedgerRows.Row();
    private readonly List<(ReadOnlyMemory<byte> Row, int Before)> _taken;
    private readonly Dictionary<int, int> _last; // By any row of the subject.

    private SubjectRows(int rows)
    {
        _taken = new(rows);
        _last = new(new SameSubject(_taken));
    }

    /// <summary>Takes rows.</summary>
    public static SubjectRows Of(KeptRows rows)
    {
        var all = new SubjectRows(rows.Count);
        foreach (var row in rows.All()) all.Take(row);
        return all;
    }

    /// <summary>The stretches.</summary>
    /// <param name="builder">Builds them, here and for what came before.</param>
    public IEnumerable<LedgerStretch> Stretches(StretchBuilder builder)
    {
        var numbered = new List<(long Number, int Row)>();
        foreach (var last in InOrder())
        {
            numbered.Clear();
            for (var at = last; at != None; at = _taken[at].Before) numbered.Add((LedgerRows.NumberOf(_taken[at].Row.Span), at));
            numbered.Sort();
            foreach (var (_, at) in numbered)
            {
                var cells = _row.Take(_taken[at].Row);
                if (builder.Add(cells[1], cells[2], LedgerRows.Note(cells), cells[3].Span, _taken[at].Row) is { } full) yield return full;
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> row)
    {
        var at = _taken.Count;
        _taken.Add((row, None));
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, at, out var isKnown);
        if (isKnown) _taken[at] = (row, last);
        last = at;
    }

    /// <summary>The last row of each subject, by kind and identity, both by code point.</summary>
    private int[] InOrder()
    {
        var rows = _last.Values.ToArray();
        var subjects = Array.ConvertAll(rows, r => _row.Take(_taken[r].Row) is var cells ? (Kind: cells[1], Id: cells[2]) : default);
        Array.Sort(subjects, rows, Comparer<(ReadOnlyMemory<byte> Kind, ReadOnlyMemory<byte> Id)>.Create((a, b) =>
            a.Kind.Span.SequenceCompareTo(b.Kind.Span) is var kind and not 0 ? kind : a.Id.Span.SequenceCompareTo(b.Id.Span)));
        return rows;
    }

    private sealed class SameSubject(List<(ReadOnlyMemory<byte> Row, int Before)> taken) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y || LedgerRows.SubjectOf(taken[x].Row.Span).SequenceEqual(LedgerRows.SubjectOf(taken[y].Row.Span));

        public int GetHashCode(int obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(LedgerRows.SubjectOf(taken[obj].Row.Span));
            return hash.ToHashCode();
        }
    }
}
