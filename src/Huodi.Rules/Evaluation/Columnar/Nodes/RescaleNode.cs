namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>The same numbers over a greater scale.</summary>
internal sealed class RescaleNode(ValueNode inner, int scale)
    : ValueNode(FeelKind.Number, scale, inner.CanFix && HasPower(inner, scale), inner.CanBig && HasPower(inner, scale))
{
    private readonly long factor = Fixed.Power(scale - inner.Scale) ?? 0;

    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, 0);
        return inner.Extent(scratch, out var a, out var b)
            && Fixed.TryMultiply(a, factor, out low) && Fixed.TryMultiply(b, factor, out high);
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        (low, high) = (0, 0);
        return inner.BigExtent(scratch, out var a, out var b) && Big.TryMultiply(a, factor, out low) && Big.TryMultiply(b, factor, out high);
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var value = inner.FixedOf(scratch);
        Lanes.Scale(value.LongsOf(scratch.Padded), factor, vec.OwnLongs(scratch.Padded));
        vec.SameAs(value);
    }

    protected override void RunBig(Scratch scratch, Vec vec)
    {
        var value = inner.BigOf(scratch);
        BigLanes.Scale(value.BigsOf(scratch.Padded), factor, vec.OwnBigs(scratch.Padded));
        vec.SameAs(value);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var value = inner.WideOf(scratch);
        (vec.Decimals, vec.DecimalsFrom) = (value.Decimals, value.DecimalsFrom);
        vec.SameAs(value);
    }

    private static bool HasPower(ValueNode inner, int scale) => Fixed.Power(scale - inner.Scale) is not null;
}
