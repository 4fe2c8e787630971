namespace Huodi.Policies.Columns.Nodes;

/// <summary>
/// What a node answered for a key. Short keys have a table, so nothing is worked out twice; longer ones a place each that a later key may
/// take.
/// </summary>
internal sealed class Memo
{
    /// <summary>Nothing is known of the key.</summary>
    public const int Unknown = 0;

    /// <summary>The rows of the key have to be worked out one by one.</summary>
    public const int RowByRow = -1;

    /// <summary>The rows of the key pass on the value that an input has for itself.</summary>
    public const int PassOn = -2;

    private const int TableBits = 16;
    private const int PlaceBits = 14;

    private readonly int[] _codes;
    private readonly ulong[]? _low;
    private readonly ulong[]? _high;

    public Memo(int bits)
    {
        IsTable = bits <= TableBits;
        _codes = new int[1 << (IsTable ? bits : PlaceBits)];
        if (!IsTable) _low = new ulong[_codes.Length];
        if (bits > 64) _high = new ulong[_codes.Length];
    }

    /// <summary>Whether every key has a place of its own.</summary>
    public bool IsTable { get; }

    public int Find(ulong low, ulong high)
    {
        if (_low is null) return _codes[low];
        var at = Place(low, high);
        return _low[at] == low && (_high is null || _high[at] == high) ? _codes[at] : Unknown;
    }

    public void Keep(ulong low, ulong high, int code)
    {
        var at = _low is null ? (int)low : Place(low, high);
        _codes[at] = code;
        if (_low is not null) _low[at] = low;
        if (_high is not null) _high[at] = high;
    }

    /// <summary>What is known of each key.</summary>
    public void Find(ReadOnlySpan<ulong> low, ReadOnlySpan<ulong> high, Span<int> codes)
    {
        if (_low is null)
        {
            for (var i = 0; i < codes.Length && i < low.Length; i++) codes[i] = _codes[low[i]];
            return;
        }

        for (var i = 0; i < codes.Length; i++) codes[i] = Find(low[i], high[i]);
    }

    private static int Place(ulong low, ulong high) => (int)(unchecked((low ^ (high * 0xC2B2AE3D27D4EB4F)) * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));
}
