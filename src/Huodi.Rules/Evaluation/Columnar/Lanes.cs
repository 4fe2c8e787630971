using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>Whole-block loops over 64-bit lanes. Lengths are whole words of 64 rows.</summary>
internal static class Lanes
{
    private static readonly Vector512<long> LaneBits = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);

    public static void Apply<T>(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<long> result)
        where T : struct, ILaneOperation
    {
        for (var i = 0; i + 8 <= result.Length; i += 8)
        {
            T.Of(Vector512.Create(a.Slice(i, 8)), Vector512.Create(b.Slice(i, 8))).CopyTo(result.Slice(i, 8));
        }
    }

    public static void Apply<T>(ReadOnlySpan<decimal> a, ReadOnlySpan<decimal> b, Span<decimal> result)
        where T : struct, ILaneOperation
    {
        for (var i = 0; i < result.Length; i++) result[i] = T.Of(in a[i], in b[i]);
    }

    public static void Scale(ReadOnlySpan<long> a, long factor, Span<long> result)
    {
        for (var i = 0; i + 8 <= result.Length; i += 8) (Vector512.Create(a.Slice(i, 8)) * factor).CopyTo(result.Slice(i, 8));
    }

    public static void Compare<T>(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> truth)
        where T : struct, ILaneComparison
    {
        for (var w = 0; w << 6 < a.Length; w++)
        {
            var bits = 0UL;
            for (var i = 0; i < 64; i += 8)
            {
                var at = (w << 6) + i;
                bits |= T.Of(Vector512.Create(a.Slice(at, 8)), Vector512.Create(b.Slice(at, 8))).ExtractMostSignificantBits() << i;
            }

            truth[w] = bits;
        }
    }

    public static void Compare<T>(ReadOnlySpan<decimal> a, ReadOnlySpan<decimal> b, Span<ulong> truth)
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

    /// <summary>The first value where the bit is set, the second elsewhere.</summary>
    public static void Select(ReadOnlySpan<ulong> truth, ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<long> result)
    {
        for (var i = 0; i + 8 <= result.Length; i += 8)
        {
            var bits = Vector512.Create((long)((truth[i >> 6] >> (i & 63)) & 255)) & LaneBits;
            var mask = Vector512.Equals(bits, LaneBits);
            Vector512.ConditionalSelect(mask, Vector512.Create(a.Slice(i, 8)), Vector512.Create(b.Slice(i, 8))).CopyTo(result.Slice(i, 8));
        }
    }

    public static void Select(ReadOnlySpan<ulong> truth, ReadOnlySpan<decimal> a, ReadOnlySpan<decimal> b, Span<decimal> result) =>
        Select16(truth, a, b, result);

    public static void Select(ReadOnlySpan<ulong> truth, ReadOnlySpan<Int128> a, ReadOnlySpan<Int128> b, Span<Int128> result) =>
        Select16(truth, a, b, result);

    public static void Widen(ReadOnlySpan<int> values, Span<long> result)
    {
        for (var i = 0; i < values.Length; i++) result[i] = values[i];
    }

    public static void ToDecimals(ReadOnlySpan<long> values, int scale, Span<decimal> result)
    {
        for (var i = 0; i < values.Length; i++) result[i] = Fixed.ToDecimal(values[i], scale);
    }

    /// <summary>Chooses between values of 16 bytes.</summary>
    private static void Select16<T>(ReadOnlySpan<ulong> truth, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result)
        where T : struct
    {
        var x = MemoryMarshal.Cast<T, Vector128<ulong>>(a);
        var y = MemoryMarshal.Cast<T, Vector128<ulong>>(b);
        var to = MemoryMarshal.Cast<T, Vector128<ulong>>(result);
        for (var i = 0; i < to.Length; i++)
        {
            var mask = Vector128.Create(unchecked(0 - ((truth[i >> 6] >> i) & 1)));
            to[i] = Vector128.ConditionalSelect(mask, x[i], y[i]);
        }
    }
}
