using System.Numerics;
using Huodi.Rules.Evaluation.Columnar;
using Huodi.Rules.Evaluation.Columnar.Roots;

namespace Huodi.Rules;

public sealed partial class ColumnOutput
{
    internal void Begin(ColumnarKernel owner, ColumnBatch rows, PlanRoot root, Symbols texts, CancellationToken stop)
    {
        (kernel, batch, symbols, scale, cancellation) = (owner, rows, texts, root.Scale, stop);
        (Rows, Kind) = (rows.Rows, root.Kind);
        var words = Bits.Words(Rows);
        if (valid.Length != words) (valid, missing) = (new ulong[words], new ulong[words]);
        Array.Clear(valid);
        Array.Clear(missing);
        if (truth.Length < words && Kind == FeelKind.Boolean) truth = new ulong[words];
        if (longs.Length < Rows && root.IsColumnar && Kind is not FeelKind.Boolean) longs = new long[Rows];
        if (longs.Length < Rows && Kind is FeelKind.Date) longs = new long[Rows];
        var blocks = (Rows + Block.Rows - 1) / Block.Rows;
        if (wideBlocks.Length < blocks) wideBlocks = new bool[blocks];
        Array.Clear(wideBlocks);
        if (others is not null && others.Length < Rows) others = null;
        if (others is not null) Array.Clear(others);
    }

    internal Span<long> FixedBlock(int first, int rows) => longs.AsSpan(first, rows);

    internal Span<decimal> WideBlock(int first, int rows)
    {
        if (wide.Length < Rows) Array.Resize(ref wide, Rows);
        wideBlocks[first / Block.Rows] = true;
        return wide.AsSpan(first, rows);
    }

    internal Span<ulong> TruthBlock(int first, int rows) => truth.AsSpan(first >> 6, Bits.Words(rows));

    /// <summary>Takes over which rows are known and which are missing, and settles those in trouble the scalar way.</summary>
    internal void Settle(Vec vec, int first, int rows)
    {
        for (var w = 0; w < Bits.Words(rows); w++)
        {
            var mask = (w << 6) + 64 <= rows ? ulong.MaxValue : Bits.Tail(rows);
            var (known, troubled) = (vec.KnownAt(w) & mask, vec.TroubleAt(w) & mask);
            Settle((first >> 6) + w, known, mask & ~known & ~troubled, troubled);
        }
    }

    /// <summary>The states of 64 rows: rows in none of the sets hold something else.</summary>
    internal void Settle(int word, ulong known, ulong lacking, ulong troubled)
    {
        (valid[word], missing[word]) = (known, lacking);
        for (; troubled != 0; troubled &= troubled - 1) Resolve((word << 6) + BitOperations.TrailingZeroCount(troubled));
    }

    /// <summary>Keeps a value that the typed column cannot hold.</summary>
    internal void Keep(int row, FeelValue value) => (others ??= new FeelValue?[Rows])[row] = value;

    /// <summary>Evaluates the row the scalar way and keeps what it gives.</summary>
    internal void Resolve(int row)
    {
        var value = Scalar(row).ToValue();
        if (value is MissingValue)
        {
            Bits.Set(missing, row);
            return;
        }

        if (value is not (ErrorValue or NullValue) && (Kind is null || Kind == value.Kind)) Bits.Set(valid, row);
        switch (value)
        {
            case NumberValue number when Kind == FeelKind.Number && wideBlocks[row / Block.Rows]:
                wide[row] = number.Value;
                break;
            case BooleanValue when Kind == FeelKind.Boolean:
                if (value.AsBoolean()) Bits.Set(truth, row);
                else Bits.Clear(truth, row);
                break;
            default:
                Keep(row, value);
                break;
        }
    }

    private Answer Scalar(int row) => kernel!.Program.Run(batch!.Row(kernel.Names, row), cancellation); // set by the run that Rows counts
}
