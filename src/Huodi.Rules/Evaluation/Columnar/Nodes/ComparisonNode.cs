namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>A comparison of two values of one kind, numbers over one scale.</summary>
internal sealed class ComparisonNode<T>(ValueNode left, ValueNode right) : TruthNode
    where T : struct, ILaneComparison
{
    protected override void Run(Scratch scratch, Vec vec)
    {
        var rows = scratch.Padded;
        if (left.Fits(scratch) && right.Fits(scratch))
        {
            var (a, b) = (left.FixedOf(scratch), right.FixedOf(scratch));
            Lanes.Compare<T>(a.LongsOf(rows), b.LongsOf(rows), vec.OwnTruth());
            vec.Meet(a, b);
        }
        else if (left.FitsBig(scratch) && right.FitsBig(scratch))
        {
            var (a, b) = (left.BigOf(scratch), right.BigOf(scratch));
            BigLanes.Compare<T>(a.BigsOf(rows), b.BigsOf(rows), vec.OwnTruth());
            vec.Meet(a, b);
        }
        else
        {
            var (a, b) = (left.WideOf(scratch), right.WideOf(scratch));
            Lanes.Compare<T>(a.DecimalsOf(rows), b.DecimalsOf(rows), vec.OwnTruth());
            vec.Meet(a, b);
        }
    }
}
