using Huodi.Rules.Evaluation.Columnar.Nodes;

namespace Huodi.Rules.Evaluation.Columnar.Roots;

/// <summary>Numbers, days or texts.</summary>
internal sealed class ValueRoot(ValueNode node) : PlanRoot
{
    public override FeelKind? Kind => node.Kind;

    public override int Scale => node.CanFix ? node.Scale : 0;

    public override void Run(Scratch scratch, ColumnOutput output)
    {
        Vec vec;
        if (node.Fits(scratch))
        {
            vec = node.FixedOf(scratch);
            vec.LongsOf(scratch.Rows).CopyTo(output.FixedBlock(scratch.First, scratch.Rows));
        }
        else if (node.FitsBig(scratch))
        {
            vec = node.BigOf(scratch);
            BigLanes.ToDecimals(vec.BigsOf(scratch.Rows), node.Scale, output.WideBlock(scratch.First, scratch.Rows));
        }
        else
        {
            vec = node.WideOf(scratch);
            vec.DecimalsOf(scratch.Rows).CopyTo(output.WideBlock(scratch.First, scratch.Rows));
        }

        output.Settle(vec, scratch.First, scratch.Rows);
    }
}

/// <summary>Truth values.</summary>
internal sealed class TruthRoot(TruthNode node) : PlanRoot
{
    public override FeelKind? Kind => FeelKind.Boolean;

    public override void Run(Scratch scratch, ColumnOutput output)
    {
        var vec = node.Of(scratch);
        vec.Truth.AsSpan(0, Bits.Words(scratch.Rows)).CopyTo(output.TruthBlock(scratch.First, scratch.Rows));
        output.Settle(vec, scratch.First, scratch.Rows);
    }
}
