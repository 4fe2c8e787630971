namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>
/// Decimals as 128-bit integers over a power of ten, within what a decimal can hold: whatever stays inside <see cref="Limit"/> is exact in
/// both forms, and no step on the way to it overflows.
/// </summary>
internal static class Big
{
    /// <summary>The greatest size of a decimal's digits: 2^96 - 1.</summary>
    public static readonly Int128 Limit = new(uint.MaxValue, ulong.MaxValue);

    public static bool Fits(Int128 scaled) => scaled >= -Limit && scaled <= Limit;

    public static bool FitsLong(Int128 scaled) => scaled >= long.MinValue && scaled <= long.MaxValue;

    /// <summary>The product of two numbers that are within the limit; false where the product is not.</summary>
    public static bool TryMultiply(Int128 a, Int128 b, out Int128 product)
    {
        unchecked
        {
            // At most 97 bits cannot overflow; 98 are 2^96 at least.
            var bits = 256 - LeadingZeros(a) - LeadingZeros(b);
            product = bits <= 97 ? a * b : 0;
            return bits <= 97 && Fits(product);
        }
    }

    public static decimal ToDecimal(Int128 scaled, int scale)
    {
        unchecked
        {
            var size = (UInt128)(scaled < 0 ? -scaled : scaled);
            var low = (ulong)size;
            return new decimal((int)low, (int)(low >> 32), (int)(size >> 64), scaled < 0, (byte)scale);
        }
    }

    /// <summary>The value without trailing zeros behind the point, as digits and scale.</summary>
    public static Int128 Normalise(decimal value, out int scale)
    {
        value /= 1.000000000000000000000000000000000m; // drops trailing zeros
        scale = value.Scale;
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(value, parts);
        return Digits(parts);
    }

    /// <summary>The values over 10^<paramref name="scale"/> and their bounds; false where one does not fit.</summary>
    public static bool TryScale(ReadOnlySpan<decimal> values, int scale, Span<Int128> scaled, out Int128 low, out Int128 high)
    {
        (low, high) = (0, 0);
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < values.Length; i++)
        {
            _ = decimal.GetBits(values[i], parts);
            var value = Digits(parts);
            var digits = scale - ((parts[3] >> 16) & 255);
            if (digits != 0 && (Fixed.Power(digits) is not { } power || !TryMultiply(value, power, out value))) return false;
            if (value < low) low = value;
            if (value > high) high = value;
            scaled[i] = value;
        }

        return true;
    }

    private static Int128 Digits(ReadOnlySpan<int> parts)
    {
        unchecked
        {
            var size = new Int128((uint)parts[2], (uint)parts[0] | ((ulong)(uint)parts[1] << 32));
            return parts[3] < 0 ? -size : size;
        }
    }

    private static int LeadingZeros(Int128 value) => unchecked((int)Int128.LeadingZeroCount(value < 0 ? -value : value));
}
