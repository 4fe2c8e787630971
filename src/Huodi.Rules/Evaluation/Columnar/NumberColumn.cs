using Huodi.Rules.Evaluation.Columnar;

namespace Huodi.Rules;

/// <summary>
/// Exact numbers: 64-bit integers over one power of ten where the values allow (money in 元 with scale 2 is a count of 分),
/// decimals otherwise. Never floating point.
/// </summary>
public sealed class NumberColumn : Column
{
    /// <summary>Digits behind the point of the scaled form.</summary>
    internal const int MaxScale = 12;

    private NumberColumn(long[] scaled, int scale, int length, ulong[]? valid)
        : base(length, valid)
    {
        (Scaled, Scale) = (scaled, scale);
        var blocks = (length + Block.Rows - 1) / Block.Rows;
        (Low, High) = (new long[blocks], new long[blocks]);
        for (var b = 0; b < blocks; b++)
        {
            Fixed.Extent(scaled.AsSpan(b * Block.Rows, Math.Min(Block.Rows, scaled.Length - (b * Block.Rows))), out Low[b], out High[b]);
        }
    }

    private NumberColumn(decimal[] exact, int length, ulong[]? valid)
        : base(length, valid) => (Exact, Scale) = (exact, Math.Min(ScaleOf(exact), MaxScale + 1));

    /// <summary>The most digits behind the point that a value has; 13 where some have more than 12.</summary>
    public int Scale { get; }

    /// <summary>Whether the values are held as scaled integers, the faster form.</summary>
    public bool IsScaled => Scaled is not null;

    /// <summary>Scaled values, padded to whole words of rows; missing ones are zero.</summary>
    internal long[]? Scaled { get; }

    internal decimal[]? Exact { get; }

    /// <summary>The least value of each block.</summary>
    internal long[] Low { get; } = [];

    internal long[] High { get; } = [];

    internal override int Layout => (IsScaled ? 16 : 32) + Scale;

    /// <summary>Values over 10^<paramref name="scale"/>; <paramref name="valid"/> has one bit a row (row 0 lowest), null: all there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not 0 to 12.</exception>
    public static NumberColumn OfScaled(ReadOnlySpan<long> values, int scale, ulong[]? valid = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)scale, (uint)MaxScale, nameof(scale));
        var padded = new long[Bits.Words(values.Length) << 6];
        values.CopyTo(padded);
        if (valid is not null) Fixed.ZeroWhereMissing(padded, valid, values.Length);
        return new NumberColumn(padded, scale, values.Length, valid?.ToArray());
    }

    /// <summary>Decimals, kept scaled where that loses nothing.</summary>
    public static NumberColumn Of(ReadOnlySpan<decimal> values) => Of(values, null);

    /// <summary>Decimals, null where missing, kept scaled where that loses nothing.</summary>
    public static NumberColumn Of(ReadOnlySpan<decimal?> values)
    {
        var plain = new decimal[values.Length];
        for (var i = 0; i < values.Length; i++) plain[i] = values[i] ?? 0;
        return Of(plain, ValidOf(values));
    }

    /// <summary>Decimals kept as decimals; blocks of them that fit are scaled while they are worked on.</summary>
    public static NumberColumn OfDecimals(ReadOnlySpan<decimal> values, ulong[]? valid = null)
    {
        var padded = new decimal[Bits.Words(values.Length) << 6];
        values.CopyTo(padded);
        for (var i = 0; valid is not null && i < values.Length; i++)
        {
            if (!Bits.Get(valid, i)) padded[i] = 0;
        }

        return new NumberColumn(padded, values.Length, valid?.ToArray());
    }

    /// <summary>The row's number; zero where missing.</summary>
    internal decimal Number(int row) => Scaled is { } scaled ? Fixed.ToDecimal(scaled[row], Scale) : Exact![row]; // one of the two is there

    private protected override FeelValue Read(int row) => NumberValue.Of(Number(row));

    private static NumberColumn Of(ReadOnlySpan<decimal> values, ulong[]? valid)
    {
        var scale = ScaleOf(values);
        if (scale > MaxScale) return OfDecimals(values, valid);
        var scaled = new long[Bits.Words(values.Length) << 6];
        return Fixed.TryScale(values, scale, scaled) ? new NumberColumn(scaled, scale, values.Length, valid) : OfDecimals(values, valid);
    }

    private static int ScaleOf(ReadOnlySpan<decimal> values)
    {
        var scale = 0;
        foreach (ref readonly var value in values) scale = Math.Max(scale, value.Scale);
        return scale;
    }
}
