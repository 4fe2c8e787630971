namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>One bit a row in words of 64 rows.</summary>
internal static class Bits
{
    public static int Words(int rows) => (rows + 63) >> 6;

    public static bool Get(ReadOnlySpan<ulong> bits, int row) => ((bits[row >> 6] >> row) & 1) != 0;

    public static void Set(Span<ulong> bits, int row) => bits[row >> 6] |= 1UL << row;

    public static void Clear(Span<ulong> bits, int row) => bits[row >> 6] &= ~(1UL << row);

    public static ulong[] Full(int rows)
    {
        var bits = new ulong[Words(rows)];
        Array.Fill(bits, ulong.MaxValue);
        if ((rows & 63) != 0) bits[^1] = Tail(rows);
        return bits;
    }

    public static bool AllSet(ulong[]? bits, int rows)
    {
        if (bits is null) return true;
        var whole = rows >> 6;
        return !bits.AsSpan(0, whole).ContainsAnyExcept(ulong.MaxValue)
            && ((rows & 63) == 0 || (bits[whole] & Tail(rows)) == Tail(rows));
    }

    /// <summary>The bits of the last, partly used word.</summary>
    public static ulong Tail(int rows) => (rows & 63) == 0 ? ulong.MaxValue : (1UL << (rows & 63)) - 1;
}
