namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>A fact without a column: missing in every row.</summary>
internal sealed class AbsentValue(FeelKind kind) : ValueNode(kind, 0, true, true)
{
    public override bool Extent(Scratch scratch, out long low, out long high)
    {
        (low, high) = (0, 0);
        return true;
    }

    protected override void RunFixed(Scratch scratch, Vec vec)
    {
        vec.OwnLongs(scratch.Padded).Clear();
        AllMissing(vec);
    }

    protected override void RunWide(Scratch scratch, Vec vec)
    {
        vec.OwnDecimals(scratch.Padded).Clear();
        AllMissing(vec);
    }

    public static void AllMissing(Vec vec)
    {
        vec.Clean = false;
        Array.Clear(vec.Known);
        Array.Clear(vec.Trouble);
    }
}

/// <summary>A truth value without a column.</summary>
internal sealed class AbsentTruth : TruthNode
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        vec.OwnTruth().Clear();
        AbsentValue.AllMissing(vec);
    }
}
