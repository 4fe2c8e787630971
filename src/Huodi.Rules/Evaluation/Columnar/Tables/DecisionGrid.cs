using Huodi.Rules.Tables.Index;

namespace Huodi.Rules.Evaluation.Columnar.Tables;

/// <summary>
/// The outcome of every combination of classes (and of “missing”, the last class of each column), for tables with few combinations:
/// a row costs one look-up a column, however many rules there are.
/// </summary>
internal sealed class DecisionGrid
{
    /// <summary>Cells of the largest grid: 2 MiB, which the second-level cache holds.</summary>
    private const long MaxCells = 1 << 19;

    private readonly ColumnIndex[] columns;
    private readonly Outcomes outcomes;

    private DecisionGrid(ColumnIndex[] columns, Outcomes outcomes, int cells)
    {
        (this.columns, this.outcomes) = (columns, outcomes);
        (Cells, Strides) = (new int[cells], new int[columns.Length]);
        var stride = 1;
        for (var c = columns.Length - 1; c >= 0; c--)
        {
            Strides[c] = stride;
            stride *= columns[c].Count + 1;
        }
    }

    public int[] Cells { get; }

    public int[] Strides { get; }

    /// <summary>The grid, or null where it would be too large.</summary>
    public static DecisionGrid? Of(ColumnIndex[] columns, int rules, Outcomes outcomes)
    {
        var cells = 1L;
        foreach (var column in columns)
        {
            cells *= column.Count + 1;
            if (cells > MaxCells) return null;
        }

        var grid = new DecisionGrid(columns, outcomes, (int)cells);
        var all = Bits.Full(rules);
        grid.Fill(0, 0, all, all);
        return grid;
    }

    private void Fill(int column, int cell, ulong[] set, ulong[] certain)
    {
        if (column == columns.Length)
        {
            Cells[cell] = outcomes.Of(set, certain);
            return;
        }

        var (index, stride) = (columns[column], Strides[column]);
        for (var place = 0; place <= index.Count; place++)
        {
            var passing = place < index.Count ? index.Passing(place) : [];
            var (left, sure) = (set.ToArray(), certain.ToArray());
            if (place < index.Count) RuleSet.And(left, passing);
            RuleSet.And(sure, place < index.Count ? passing : index.Unconditional);
            var at = cell + (place * stride);
            if (left.AsSpan().ContainsAnyExcept(0UL)) Fill(column + 1, at, left, sure);
            else Cells.AsSpan(at, stride).Fill(outcomes.Of(left, sure));
        }
    }
}
