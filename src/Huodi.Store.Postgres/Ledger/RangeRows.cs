using Huodi.App.Ledger.Stretches;

namespace Huodi.Store.Postgres.Ledger;

/// <summary>The entries of a range of subjects, taken in any order and kept piece by piece; each piece is put together when its turn comes, and is
/// no longer kept then.</summary>
internal sealed class RangeRows
{
    private readonly IReadOnlyList<SubjectCut> _cuts;
    private readonly KeptRows?[] _pieces;

    private RangeRows(IReadOnlyList<SubjectCut> cuts)
    {
        _cuts = cuts;
        _pieces = [.. Enumerable.Range(0, cuts.Count + 1).Select(_ => new KeptRows())];
    }

    /// <summary>Takes the rows of a copy to its end.</summary>
    public static RangeRows Of(CopiedRows rows, SubjectRange range, CancellationToken cancellation)
    {
        var all = new RangeRows(range.Cuts);
        while (rows.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            all._pieces[all.Place(rows.Row)]!.Add(rows.Row); // None is given away yet.
        }

        return all;
    }

    /// <summary>The stretches; given once.</summary>
    /// <param name="builder">Builds them, here and for the ranges before.</param>
    public IEnumerable<LedgerStretch> Stretches(StretchBuilder builder)
    {
        for (var i = 0; i < _pieces.Length; i++)
        {
            if (_pieces[i] is not { } piece) continue;
            _pieces[i] = null;
            foreach (var stretch in SubjectRows.Of(piece).Stretches(builder)) yield return stretch;
        }
    }

    /// <summary>The number of the cuts that a subject is not before.</summary>
    private int Place(ReadOnlySpan<byte> row)
    {
        LedgerRows.SubjectOf(row, out var kind, out var id);
        var (from, to) = (0, _cuts.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (_cuts[middle].IsBehind(kind, id)) to = middle;
            else from = middle + 1;
        }

        return from;
    }
}
