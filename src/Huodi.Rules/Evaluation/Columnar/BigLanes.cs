namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>Whole-block loops over 128-bit lanes, which are only run where nothing can overflow.</summary>
internal static class BigLanes
{
    public static void Apply<T>(ReadOnlySpan<Int128> a, ReadOnlySpan<Int128> b, Span<Int128> result)
        where T : struct, ILaneOperation
    {
        a = a[..result.Length];
        b = b[..result.Length];
        for (var i = 0; i < result.Length; i++) result[i] = T.Of(in a[i], in b[i]);
    }

    public static void Scale(ReadOnlySpan<Int128> a, long factor, Span<Int128> result)
    {
        a = a[..result.Length];
        Int128 by = factor;
        for (var i = 0; i < result.Length; i++) result[i] = MultiplyLanes.Of(in a[i], in by);
    }

    public static void Compare<T>(ReadOnlySpan<Int128> a, ReadOnlySpan<Int128> b, Span<ulong> truth)
        where T : struct, ILaneComparison
    {
        for (var w = 0; w << 6 < a.Length; w++)
        {
            var bits = 0UL;
            var x = a.Slice(w << 6, 64);
            var y = b.Slice(w << 6, 64);
            for (var i = 0; i < 64; i++) bits |= (T.Of(in x[i], in y[i]) ? 1UL : 0) << i;
            truth[w] = bits;
        }
    }

    public static void Widen(ReadOnlySpan<long> values, Span<Int128> result)
    {
        for (var i = 0; i < values.Length; i++) result[i] = values[i];
    }

    public static void ToDecimals(ReadOnlySpan<Int128> values, int scale, Span<decimal> result)
    {
        for (var i = 0; i < values.Length; i++) result[i] = Big.ToDecimal(values[i], scale);
    }
}
