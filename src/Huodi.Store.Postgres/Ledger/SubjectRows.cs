using System.Runtime.InteropServices;
using Huodi.App.Ledger.Stretches;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>
/// The entries of a range of subjects, taken in any order and given in the order of subject and number. There are millions of them, so
/// that what is remembered of each is three numbers, of which the garbage collector knows nothing.
/// </summary>
internal sealed class SubjectRows
{
    private const int None = -1;

    private readonly CopiedRows _rows;
    private readonly CopiedRow _row = LedgerRows.Row();
    private readonly List<((int Piece, int Start, int Length) Place, int Before)> _taken = [];
    private readonly Dictionary<int, int> _last; // By any row of the subject.

    private SubjectRows(CopiedRows rows) => (_rows, _last) = (rows, new(new SameSubject(this)));

    /// <summary>Takes the rows of a copy to its end.</summary>
    public static SubjectRows Of(CopiedRows rows, CancellationToken cancellation)
    {
        var all = new SubjectRows(rows);
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            all.Take(rows.Place);
        }

        return all;
    }

    /// <summary>The stretches.</summary>
    /// <param name="builder">Builds them, here and for the ranges before.</param>
    public IEnumerable<LedgerStretch> Stretches(StretchBuilder builder)
    {
        var numbered = new List<(long Number, int Row)>();
        foreach (var last in InOrder())
        {
            numbered.Clear();
            for (var at = last; at != None; at = _taken[at].Before) numbered.Add((_row.Take(Row(at)).Number(0), at));
            numbered.Sort();
            foreach (var (_, at) in numbered)
            {
                var cells = _row.Take(Row(at));
                if (builder.Add(cells[1], cells[2], LedgerRows.Note(cells), cells[3].Span, Row(at)) is { } full) yield return full;
            }
        }
    }

    private ReadOnlyMemory<byte> Row(int at) => _rows[_taken[at].Place];

    private void Take((int Piece, int Start, int Length) place)
    {
        var at = _taken.Count;
        _taken.Add((place, None));
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, at, out var isKnown);
        if (isKnown) _taken[at] = (place, last);
        last = at;
    }

    /// <summary>The last row of each subject, by kind and identity, both by code point.</summary>
    private int[] InOrder()
    {
        var rows = _last.Values.ToArray();
        var subjects = Array.ConvertAll(rows, r => _row.Take(Row(r)) is var cells ? (Kind: cells[1], Id: cells[2]) : default);
        Array.Sort(subjects, rows, Comparer<(ReadOnlyMemory<byte> Kind, ReadOnlyMemory<byte> Id)>.Create((a, b) =>
            a.Kind.Span.SequenceCompareTo(b.Kind.Span) is var kind and not 0 ? kind : a.Id.Span.SequenceCompareTo(b.Id.Span)));
        return rows;
    }

    private sealed class SameSubject(SubjectRows of) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y || LedgerRows.SubjectOf(of.Row(x).Span).SequenceEqual(LedgerRows.SubjectOf(of.Row(y).Span));

        public int GetHashCode(int obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(LedgerRows.SubjectOf(of.Row(obj).Span));
            return hash.ToHashCode();
        }
    }
}
