namespace Huodi.Rules;

/// <summary>Columns of equal length under their scope names. A name without a column is missing in every row.</summary>
public sealed class ColumnBatch
{
    private readonly Dictionary<string, Column> columns = new(StringComparer.Ordinal);

    /// <summary>A batch of <paramref name="rows"/> rows without columns. Batches of some 10,000 to 1,000,000 rows cost least.</summary>
    public ColumnBatch(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
    }

    public int Rows { get; }

    /// <summary>Adds or replaces a column; returns this batch.</summary>
    /// <exception cref="ArgumentException">The column has another number of rows.</exception>
    public ColumnBatch With(string name, Column column)
    {
        if (column.Length != Rows) throw new ArgumentException($"“{name}” has {column.Length} rows, the batch {Rows}.", nameof(column));
        columns[name] = column;
        return this;
    }

    /// <summary>The column of a name, or null.</summary>
    public Column? Find(string name) => columns.GetValueOrDefault(name);

    /// <summary>The values of one row in the order of <paramref name="names"/>; null where missing.</summary>
    internal FeelValue?[] Row(IReadOnlyList<string> names, int row)
    {
        var values = new FeelValue?[names.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Find(names[i])?[row];
        return values;
    }
}
