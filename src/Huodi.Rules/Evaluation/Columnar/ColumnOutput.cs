using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>
/// What a kernel gave: a typed column, and for rows without a value the way to their answer. Filled by
/// <see cref="ColumnarKernel.Run"/>, which reuses its memory; one thread writes it, then any may read.
/// </summary>
public sealed partial class ColumnOutput
{
    private ulong[] valid = [];
    private ulong[] missing = [];
    private ulong[] truth = [];
    private long[] longs = [];
    private decimal[] wide = [];
    private bool[] wideBlocks = [];
    private FeelValue?[]? others;
    private ColumnarKernel? kernel;
    private ColumnBatch? batch;
    private Symbols symbols = Symbols.None;
    private int scale;
    private CancellationToken cancellation;

    /// <summary>The rows of the batch that was run.</summary>
    public int Rows { get; private set; }

    /// <summary>The kind of the values; null where it depends on the row.</summary>
    public FeelKind? Kind { get; private set; }

    /// <summary>What the row holds.</summary>
    public ColumnState State(int row) => Bits.Get(valid, Checked(row)) ? ColumnState.Value
        : Bits.Get(missing, row) ? ColumnState.Missing
        : ColumnState.Other;

    /// <summary>How many rows hold that.</summary>
    public int Count(ColumnState state)
    {
        var (values, missed) = (Ones(valid), Ones(missing));
        return state switch { ColumnState.Value => values, ColumnState.Missing => missed, _ => Rows - values - missed };
    }

    /// <summary>The row's number; zero where it has none.</summary>
    public decimal Number(int row)
    {
        if (Kind != FeelKind.Number || State(row) != ColumnState.Value) return 0;
        if (others?[row] is NumberValue odd) return odd.Value;
        return wideBlocks[row / Block.Rows] ? wide[row] : Fixed.ToDecimal(longs[row], scale);
    }

    /// <summary>The row's truth value; false where it has none.</summary>
    public bool Truth(int row) => Kind == FeelKind.Boolean && State(row) == ColumnState.Value && Bits.Get(truth, row);

    /// <summary>The row's date, or null.</summary>
    public DateOnly? Date(int row)
    {
        if (Kind != FeelKind.Date || State(row) != ColumnState.Value) return null;
        return others?[row] is DateValue odd ? odd.Value.ToDateOnly() : DateOnly.FromDayNumber((int)longs[row]);
    }

    /// <summary>The row's text, or null.</summary>
    public string? Text(int row)
    {
        if (Kind != FeelKind.String || State(row) != ColumnState.Value) return null;
        return others?[row] is StringValue odd ? odd.Value : symbols.Texts[(int)longs[row]];
    }

    /// <summary>The same answer that the scalar way gives: the value, the names of the missing facts, or the error.</summary>
    public Answer Answer(int row)
    {
        if (others?[Checked(row)] is { } odd) return Rules.Answer.Of(odd);
        if (State(row) != ColumnState.Value) return Scalar(row);
        return Rules.Answer.Of(Kind switch
        {
            FeelKind.Number => NumberValue.Of(Number(row)),
            FeelKind.Boolean => FeelValue.Of(Truth(row)),
            FeelKind.Date => FeelValue.Of(DateOnly.FromDayNumber((int)longs[row])),
            _ => FeelValue.Of(symbols.Texts[(int)longs[row]]),
        });
    }

    /// <summary>Copies all numbers; zero where a row has none.</summary>
    public void CopyNumbers(Span<decimal> destination)
    {
        for (var first = 0; first < Rows; first += Block.Rows)
        {
            var rows = Math.Min(Block.Rows, Rows - first);
            if (others is null && Kind == FeelKind.Number && !wideBlocks[first / Block.Rows] && Bits.AllSet(valid[(first >> 6)..], rows))
            {
                Lanes.ToDecimals(longs.AsSpan(first, rows), scale, destination.Slice(first, rows));
                continue;
            }

            for (var row = first; row < first + rows; row++) destination[row] = Number(row);
        }
    }

    private int Checked(int row) =>
        (uint)row < (uint)Rows ? row : throw new ArgumentOutOfRangeException(nameof(row));

    private static int Ones(ulong[] bits)
    {
        var count = 0;
        foreach (var word in bits) count += System.Numerics.BitOperations.PopCount(word);
        return count;
    }
}
