namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>One value in every row; written once for each scratch.</summary>
internal sealed class ConstantValue : ValueNode
{
    private readonly long digits;
    private readonly decimal number;

    private ConstantValue(FeelKind kind, long digits, int scale, decimal number, bool fits)
        : base(kind, scale, fits) => (this.digits, this.number) = (digits, number);

    public decimal Number => number;

    public static ConstantValue Of(decimal number) =>
        Fixed.TryNormalise(number, out var digits, out var scale)
            ? new ConstantValue(FeelKind.Number, digits, scale, number, true)
            : new ConstantValue(FeelKind.Number, 0, 0, number, false);

    public static ConstantValue OfCode(FeelKind kind, long code) => new(kind, code, 0, 0, true);

    /// <summary>The same number over a greater scale; null where it does not fit.</summary>
    public ConstantValue? Over(int scale) =>
        CanFix && Fixed.Power(scale - Scale) is { } power && Fixed.TryMultiply(digits, power, out var scaled)
            ? new ConstantValue(Kind, scaled, scale, number, true)
            : null;

    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        low = high = digits;
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        if (vec.Longs.Length == 0) vec.OwnLongs(Block.Rows).Fill(digits);
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
