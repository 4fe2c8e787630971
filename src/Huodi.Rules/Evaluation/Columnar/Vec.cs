namespace Huodi.Rules.Evaluation.Columnar;

/// <summary>
/// What one node gave for one block: values, and which rows are known, which are missing (neither known nor troubled), and which are
/// in trouble: rows that only the scalar way can settle (null, an error, an overflow).
/// </summary>
internal sealed class Vec
{
    public readonly ulong[] Known = new ulong[Block.Words];
    public readonly ulong[] Trouble = new ulong[Block.Words];
    private long[]? ownLongs;
    private Int128[]? ownBigs;
    private decimal[]? ownDecimals;

    /// <summary>Numbers over the node's scale, days, or symbols.</summary>
    public long[] Longs = [];

    /// <summary>Numbers over the node's scale; the block begins at the first.</summary>
    public Int128[] Bigs = [];

    /// <summary>Bounds of <see cref="Bigs"/> where the node's memory of them is its own.</summary>
    public Int128 BigLow;

    public Int128 BigHigh;

    public decimal[] Decimals = [];

    public ulong[] Truth = [];

    /// <summary>Where the block begins in <see cref="Longs"/> and <see cref="Decimals"/>.</summary>
    public int LongsFrom;

    public int DecimalsFrom;

    /// <summary>Every row is known; the two bitmaps are not read then.</summary>
    public bool Clean;

    /// <summary>The node's values of this block do not fit in 64 bits, or are no fixed-point numbers at all.</summary>
    public bool IsWide;

    /// <summary>The blocks for which the forms were computed.</summary>
    public long LongsStamp;

    public long BigsStamp;

    public long DecimalsStamp;

    /// <summary>The block of which a column of decimals was found not to fit in 64 bits.</summary>
    public long RefusedStamp;

    /// <summary>The block of which a column of decimals was found not to fit in 128 bits.</summary>
    public long BigRefusedStamp;

    public ReadOnlySpan<long> LongsOf(int rows) => Longs.AsSpan(LongsFrom, rows);

    public ReadOnlySpan<Int128> BigsOf(int rows) => Bigs.AsSpan(0, rows);

    public ReadOnlySpan<decimal> DecimalsOf(int rows) => Decimals.AsSpan(DecimalsFrom, rows);

    /// <summary>This vector's own memory, to be written to.</summary>
    public Span<long> OwnLongs(int rows)
    {
        (Longs, LongsFrom) = (ownLongs ??= new long[Block.Rows], 0);
        return ownLongs.AsSpan(0, rows);
    }

    public Span<Int128> OwnBigs(int rows)
    {
        Bigs = ownBigs ??= new Int128[Block.Rows];
        return ownBigs.AsSpan(0, rows);
    }

    public Span<decimal> OwnDecimals(int rows)
    {
        (Decimals, DecimalsFrom) = (ownDecimals ??= new decimal[Block.Rows], 0);
        return ownDecimals.AsSpan(0, rows);
    }

    public Span<ulong> OwnTruth()
    {
        if (Truth.Length == 0) Truth = new ulong[Block.Words];
        return Truth;
    }

    /// <summary>Lets go of memory that is not its own.</summary>
    public void Release()
    {
        if (Longs != ownLongs) Longs = [];
        if (Bigs != ownBigs) Bigs = [];
        if (Decimals != ownDecimals) Decimals = [];
    }

    public ulong KnownAt(int word) => Clean ? ulong.MaxValue : Known[word];

    public ulong TroubleAt(int word) => Clean ? 0 : Trouble[word];

    /// <summary>Known where both are, in trouble where either is.</summary>
    public void Meet(Vec left, Vec right)
    {
        Clean = left.Clean && right.Clean;
        for (var w = 0; !Clean && w < Block.Words; w++)
        {
            Known[w] = left.KnownAt(w) & right.KnownAt(w);
            Trouble[w] = left.TroubleAt(w) | right.TroubleAt(w);
        }
    }

    public void SameAs(Vec other)
    {
        Clean = other.Clean;
        if (Clean) return;
        other.Known.CopyTo(Known, 0);
        other.Trouble.CopyTo(Trouble, 0);
    }

    public void Troubled(int row)
    {
        if (Clean)
        {
            Array.Fill(Known, ulong.MaxValue);
            Array.Clear(Trouble);
            Clean = false;
        }

        Bits.Clear(Known, row);
        Bits.Set(Trouble, row);
    }

    /// <summary>Takes the bits of a column for the block that begins at <paramref name="first"/>.</summary>
    public void Validity(ulong[]? valid, int first, int rows)
    {
        Clean = valid is null;
        if (valid is null) return;
        var words = Bits.Words(rows);
        valid.AsSpan(first >> 6, words).CopyTo(Known);
        Array.Clear(Trouble);
        if ((rows & 63) == 0)
        {
            Clean = !Known.AsSpan(0, words).ContainsAnyExcept(ulong.MaxValue);
        }
    }
}
