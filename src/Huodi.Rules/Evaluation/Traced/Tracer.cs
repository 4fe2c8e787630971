namespace Huodi.Rules.Evaluation.Traced;

/// <summary>Collects the tree of one traced evaluation.</summary>
internal sealed class Tracer
{
    /// <summary>Nodes beyond this are evaluated but not kept: a loop over a million items is not a tree for people.</summary>
    public const int MaxNodes = 20_000;

    private List<TraceNode> siblings = [];
    private int count;

    /// <summary>The finished trees.</summary>
    public IReadOnlyList<TraceNode> Roots => siblings;

    /// <summary>Runs and records; a description of null drops the node and what is below it.</summary>
    public FeelValue Observe(Func<FeelValue> run, Func<Answer, IReadOnlyList<TraceNode>, TraceNode?> describe)
    {
        var outer = siblings;
        siblings = [];
        var value = run();
        var children = siblings;
        siblings = outer;
        if (count++ < MaxNodes && describe(Answer.Of(value), children) is { } node) siblings.Add(node);
        return value;
    }
}
