namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>A choice between values of one kind, numbers over one scale.</summary>
internal sealed class IfNode(TruthNode condition, ValueNode then, ValueNode otherwise)
    : ValueNode(then.Kind, then.Scale, then.CanFix && otherwise.CanFix, then.CanBig && otherwise.CanBig)
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, 0);
        if (!then.Extent(scratch, out var a, out var b) || !otherwise.Extent(scratch, out var c, out var d)) return false;
        (low, high) = (Math.Min(a, c), Math.Max(b, d));
        return true;
    }

    public override bool BigExtent(Scratch scratch, out Int128 low, out Int128 high)
    {
        (low, high) = (0, 0);
        if (!then.BigExtent(scratch, out var a, out var b) || !otherwise.BigExtent(scratch, out var c, out var d)) return false;
        (low, high) = (Int128.Min(a, c), Int128.Max(b, d));
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        var (test, a, b) = (condition.Of(scratch), then.FixedOf(scratch), otherwise.FixedOf(scratch));
        var x = a.LongsOf(scratch.Padded);
        var y = b.LongsOf(scratch.Padded);
        Lanes.Select(test.Truth, x, y, vec.OwnLongs(scratch.Padded));
        Choices.Decide(vec, test, a, b, x, y);
    }

    protected override void RunBig(Scratch scratch, Vec vec)
    {
        var (test, a, b) = (condition.Of(scratch), then.BigOf(scratch), otherwise.BigOf(scratch));
        var x = a.BigsOf(scratch.Padded);
        var y = b.BigsOf(scratch.Padded);
        Lanes.Select(test.Truth, x, y, vec.OwnBigs(scratch.Padded));
        Choices.Decide(vec, test, a, b, x, y);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        var (test, a, b) = (condition.Of(scratch), then.WideOf(scratch), otherwise.WideOf(scratch));
        var x = a.DecimalsOf(scratch.Padded);
        var y = b.DecimalsOf(scratch.Padded);
        Lanes.Select(test.Truth, x, y, vec.OwnDecimals(scratch.Padded));
        Choices.Decide(vec, test, a, b, x, y);
    }
}

/// <summary>A choice between truth values.</summary>
internal sealed class IfTruthNode(TruthNode condition, TruthNode then, TruthNode otherwise) : TruthNode
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        var (test, a, b) = (condition.Of(scratch), then.Of(scratch), otherwise.Of(scratch));
        var truth = vec.OwnTruth();
        for (var w = 0; w < Block.Words; w++) truth[w] = (test.Truth[w] & a.Truth[w]) | (~test.Truth[w] & b.Truth[w]);
        for (var w = 0; Choices.Open(vec, test, a, b) && w < Block.Words; w++)
        {
            var both = Choices.Word(vec, test, a, b, w);
            vec.Known[w] |= both & ~(a.Truth[w] ^ b.Truth[w]);
        }
    }
}

/// <summary>Which rows of a choice are known.</summary>
internal static class Choices
{
    /// <summary>Whether a row of any part is not known.</summary>
    public static bool Open(Vec vec, Vec test, Vec then, Vec otherwise) => !(vec.Clean = test.Clean && then.Clean && otherwise.Clean);

    /// <summary>Sets which rows are known; those whose condition is missing are where both branches come to the same.</summary>
    public static void Decide<T>(Vec vec, Vec test, Vec then, Vec otherwise, ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : struct, IEquatable<T>
    {
        for (var w = 0; Open(vec, test, then, otherwise) && w < Block.Words; w++)
        {
            var both = Word(vec, test, then, otherwise, w);
            for (; both != 0; both &= both - 1)
            {
                var row = (w << 6) + System.Numerics.BitOperations.TrailingZeroCount(both);
                if (row < x.Length && x[row].Equals(y[row])) Bits.Set(vec.Known, row);
            }
        }
    }

    /// <summary>Sets a word; gives the rows whose condition is missing and whose branches are both known: equal ones decide.</summary>
    public static ulong Word(Vec vec, Vec test, Vec then, Vec otherwise, int w)
    {
        var (known, troubled, truth) = (test.KnownAt(w), test.TroubleAt(w), test.Truth[w]);
        var missing = ~known & ~troubled;
        vec.Known[w] = known & ((truth & then.KnownAt(w)) | (~truth & otherwise.KnownAt(w)));
        vec.Trouble[w] = troubled
            | (known & ((truth & then.TroubleAt(w)) | (~truth & otherwise.TroubleAt(w))))
            | (missing & (then.TroubleAt(w) | otherwise.TroubleAt(w)));
        return missing & then.KnownAt(w) & otherwise.KnownAt(w);
    }
}
