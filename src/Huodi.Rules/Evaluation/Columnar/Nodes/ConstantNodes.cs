namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>One value in every row; written once for each scratch.</summary>
internal sealed class ConstantValue : ValueNode
{
    private readonly Int128 digits;
    private readonly decimal number;

    private ConstantValue(FeelKind kind, Int128 digits, int scale, decimal number)
        : base(kind, scale, Big.FitsLong(digits), true) => (this.digits, this.number) = (digits, number);

    public decimal Number => number;

    public static ConstantValue Of(decimal number) =>
        new(FeelKind.Number, Big.Normalise(number, out var scale), scale, number);

    public static ConstantValue OfCode(FeelKind kind, long code) => new(kind, code, 0, 0);

    /// <summary>The same number over a greater scale; null where it does not fit.</summary>
    public ConstantValue? Over(int scale) =>
        Fixed.Power(scale - Scale) is { } power && Big.TryMultiply(digits, power, out var scaled)
            ? new ConstantValue(Kind, scaled, scale, number)
            : null;

    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        low = high = (long)digits; // asked for only where they fit
        return true;
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        low = high = digits;
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        if (vec.Longs.Length == 0) vec.OwnLongs(Block.Rows).Fill((long)digits);
        vec.Clean = true;
    }

    protected override void RunBig(Scratch scratch, Vec vec)
    {
        if (vec.Bigs.Length == 0) vec.OwnBigs(Block.Rows).Fill(digits);
        vec.Clean = true;
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        if (vec.Decimals.Length == 0) vec.OwnDecimals(Block.Rows).Fill(number);
        vec.Clean = true;
    }
}

/// <summary>One truth in every row.</summary>
internal sealed class ConstantTruth(bool truth) : TruthNode
{
    public bool Value => truth;

    protected override void Run(Scratch scratch, Vec vec)
    {
        vec.OwnTruth().Fill(truth ? ulong.MaxValue : 0);
        vec.Clean = true;
    }
}
