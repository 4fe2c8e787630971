namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>Addition, subtraction (both sides over one scale) or multiplication.</summary>
internal sealed class ArithmeticNode<T>(ValueNode left, ValueNode right, int scale)
    : ValueNode(FeelKind.Number, scale, left.CanFix && right.CanFix, left.CanBig && right.CanBig)
    where T : struct, ILaneOperation
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, 0);
        if (!left.Extent(scratch, out var a, out var b) || !right.Extent(scratch, out var c, out var d)) return false;
        if (typeof(T) == typeof(MultiplyLanes))
        {
            if (!Fixed.TryMultiply(a, c, out var ac) || !Fixed.TryMultiply(a, d, out var ad)
                || !Fixed.TryMultiply(b, c, out var bc) || !Fixed.TryMultiply(b, d, out var bd)) return false;
            (low, high) = (Math.Min(Math.Min(ac, ad), Math.Min(bc, bd)), Math.Max(Math.Max(ac, ad), Math.Max(bc, bd)));
            return true;
        }

        var (least, most) = typeof(T) == typeof(AddLanes) ? ((Int128)a + c, (Int128)b + d) : ((Int128)a - d, (Int128)b - c);
        if (least < long.MinValue || most > long.MaxValue) return false;
        (low, high) = ((long)least, (long)most);
        return true;
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        (low, high) = (0, 0);
        if (!left.BigExtent(scratch, out var a, out var b) || !right.BigExtent(scratch, out var c, out var d)) return false;
        if (typeof(T) == typeof(MultiplyLanes))
        {
            if (!Big.TryMultiply(a, c, out var ac) || !Big.TryMultiply(a, d, out var ad)
                || !Big.TryMultiply(b, c, out var bc) || !Big.TryMultiply(b, d, out var bd)) return false;
            (low, high) = (Int128.Min(Int128.Min(ac, ad), Int128.Min(bc, bd)), Int128.Max(Int128.Max(ac, ad), Int128.Max(bc, bd)));
            return true;
        }

        (low, high) = typeof(T) == typeof(AddLanes) ? (a + c, b + d) : (a - d, b - c);
        return Big.Fits(low) && Big.Fits(high);
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var (a, b) = (left.FixedOf(scratch), right.FixedOf(scratch));
        var rows = scratch.Padded;
        Lanes.Apply<T>(a.LongsOf(rows), b.LongsOf(rows), vec.OwnLongs(rows));
        vec.Meet(a, b);
    }

    protected override void RunBig(Scratch scratch, Vec vec)
    {
        var (a, b) = (left.BigOf(scratch), right.BigOf(scratch));
        var rows = scratch.Padded;
        BigLanes.Apply<T>(a.BigsOf(rows), b.BigsOf(rows), vec.OwnBigs(rows));
        vec.Meet(a, b);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var (a, b) = (left.WideOf(scratch), right.WideOf(scratch));
        var x = a.DecimalsOf(scratch.Padded);
        var y = b.DecimalsOf(scratch.Padded);
        var result = vec.OwnDecimals(scratch.Padded);
        vec.Meet(a, b);
        try
        {
            Lanes.Apply<T>(x, y, result);
        }
        catch (OverflowException)
        {
            OneByOne(x, y, result, vec);
        }
    }

    /// <summary>A block in which a row overflows: that row is in trouble where both its operands are known.</summary>
    private static void OneByOne(ReadOnlySpan<decimal> x, ReadOnlySpan<decimal> y, Span<decimal> result, Vec vec)
    {
        for (var i = 0; i < result.Length; i++)
        {
            try
            {
                result[i] = T.Of(in x[i], in y[i]);
            }
            catch (OverflowException)
            {
                result[i] = 0;
                if (vec.Clean || Bits.Get(vec.Known, i)) vec.Troubled(i);
            }
        }
    }
}

/// <summary>Division; a divisor that is a constant with a short reciprocal (100, 4, 0.05) keeps the forms on integers.</summary>
internal sealed class DivideNode(ValueNode left, ValueNode right, ValueNode? product)
    : ValueNode(FeelKind.Number, product?.Scale ?? 0, product is { CanFix: true }, product is { CanBig: true })
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        if (product is not null) return product.Extent(scratch, out low, out high);
        (low, high) = (0, 0);
        return false;
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        if (product is not null) return product.BigExtent(scratch, out low, out high);
        (low, high) = (0, 0);
        return false;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var result = product!.FixedOf(scratch); // there is a 64-bit form only with a product
        (vec.Longs, vec.LongsFrom) = (result.Longs, result.LongsFrom);
        vec.SameAs(result);
    }

    protected override void RunBig(Scratch scratch, Vec vec)
    {
        var result = product!.BigOf(scratch); // there is a 128-bit form only with a product
        vec.Bigs = result.Bigs;
        vec.SameAs(result);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var (a, b) = (left.WideOf(scratch), right.WideOf(scratch));
        var x = a.DecimalsOf(scratch.Padded);
        var y = b.DecimalsOf(scratch.Padded);
        var result = vec.OwnDecimals(scratch.Padded);
        vec.Meet(a, b);
        for (var i = 0; i < result.Length; i++)
        {
            try
            {
                result[i] = y[i] == 0 ? 0 : x[i] / y[i];
                if (y[i] != 0) continue;
            }
            catch (OverflowException)
            {
                result[i] = 0;
            }

            if (vec.Clean || Bits.Get(vec.Known, i)) vec.Troubled(i);
        }
    }
}
