using System.Runtime.Intrinsics;

namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>Decimals as 64-bit integers over a power of ten.</summary>
internal static class Fixed
{
    private static readonly long[] Powers = [.. Enumerable.Range(0, 19).Select(p => long.Parse("1" + new string('0', p), System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>10^<paramref name="digits"/>, or null where it does not fit.</summary>
    public static long? Power(int digits) => digits is >= 0 and < 19 ? Powers[digits] : null;

    public static decimal ToDecimal(long scaled, int scale)
    {
        var size = unchecked((ulong)(scaled < 0 ? -scaled : scaled));
        return unchecked(new decimal((int)size, (int)(size >> 32), 0, scaled < 0, (byte)scale));
    }

    /// <summary>The values over 10^<paramref name="scale"/>; false where one does not fit or has more digits behind the point.</summary>
    public static bool TryScale(ReadOnlySpan<decimal> values, int scale, Span<long> scaled)
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < values.Length; i++)
        {
            _ = decimal.GetBits(values[i], parts);
            var digits = scale - ((parts[3] >> 16) & 255);
            if (parts[2] != 0 || (uint)digits >= (uint)Powers.Length) return false;
            var mantissa = unchecked((uint)parts[0] | ((ulong)(uint)parts[1] << 32));
            if (Math.BigMul(mantissa, (ulong)Powers[digits], out var product) != 0 || product > long.MaxValue) return false;
            scaled[i] = parts[3] < 0 ? -(long)product : (long)product;
        }

        return true;
    }

    /// <summary>The value over 10^<paramref name="scale"/>, which is not less than its own scale; false where it does not fit.</summary>
    public static bool TryScale(decimal value, int scale, out long scaled)
    {
        scaled = 0;
        return Power(scale - value.Scale) is { } power && TryMantissa(value, out var mantissa) && TryMultiply(mantissa, power, out scaled);
    }

    /// <summary>The value without trailing zeros behind the point, as digits and scale; false where the digits do not fit.</summary>
    public static bool TryNormalise(decimal value, out long digits, out int scale)
    {
        value /= 1.000000000000000000000000000000000m; // drops trailing zeros
        scale = value.Scale;
        return TryMantissa(value, out digits);
    }

    public static void Extent(ReadOnlySpan<long> values, out long low, out long high)
    {
        (low, high) = (0, 0);
        var (least, most) = (Vector512<long>.Zero, Vector512<long>.Zero);
        var i = 0;
        for (; i + Vector512<long>.Count <= values.Length; i += Vector512<long>.Count)
        {
            var v = Vector512.Create(values[i..]);
            (least, most) = (Vector512.Min(least, v), Vector512.Max(most, v));
        }

        for (var lane = 0; lane < Vector512<long>.Count; lane++)
        {
            (low, high) = (Math.Min(low, least[lane]), Math.Max(high, most[lane]));
        }

        for (; i < values.Length; i++) (low, high) = (Math.Min(low, values[i]), Math.Max(high, values[i]));
    }

    public static void ZeroWhereMissing(Span<long> values, ReadOnlySpan<ulong> valid, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            if (!Bits.Get(valid, i)) values[i] = 0;
        }
    }

    public static bool TryMultiply(long a, long b, out long product)
    {
        var high = Math.BigMul(a, b, out product);
        return high == product >> 63;
    }

    private static bool TryMantissa(decimal value, out long mantissa)
    {
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(value, parts);
        mantissa = unchecked((uint)parts[0]) | ((long)(parts[1] & int.MaxValue) << 32);
        if (parts[2] != 0 || parts[1] < 0) return false;
        if (parts[3] < 0) mantissa = -mantissa;
        return true;
    }
}
