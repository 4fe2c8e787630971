using Huodi.Rules.Binding;

namespace Huodi.Rules.Tables.Index;

/// <summary>A table whose cells all compare with constants, laid out for looking up instead of scanning.</summary>
internal sealed class RuleIndex
{
    /// <summary>Words of one column's sets: 32 MiB.</summary>
    private const int MaxWords = 4 << 20;

    private RuleIndex(BoundTable table, ColumnIndex[] columns) => (Table, Columns) = (table, columns);

    public BoundTable Table { get; }

    public ColumnIndex[] Columns { get; }

    public int Words => RuleSet.Words(Table.Rules.Count);

    /// <summary>The index; null where a cell cannot be laid out, or where the sets would take too much memory.</summary>
    public static RuleIndex? Of(BoundTable table)
    {
        var columns = new ColumnIndex[table.Columns.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            if (ColumnIndex.Of(table, c, MaxWords) is not { } column) return null;
            columns[c] = column;
        }

        return new RuleIndex(table, columns);
    }
}
