namespace Huodi.Rules;

/// <summary>A decision table, ready to run.</summary>
public sealed class CompiledTable
{
    internal CompiledTable(FeelType type, IReadOnlyList<string> names) => (Type, Names) = (type, names);

    /// <summary>What is known of the result's type.</summary>
    public FeelType Type { get; }

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rules' overlaps and gaps, found when the table is first asked for them.</summary>
    public TableAnalysis Analysis => throw new NotImplementedException();

    public Answer Evaluate(IFacts facts) => throw new NotImplementedException();

    /// <summary>The answer and the numbers of the rules that matched.</summary>
    public TableAnswer EvaluateWithRules(IFacts facts) => throw new NotImplementedException();

    /// <summary>The same answer with the tree of what was computed from what; matched rules carry their numbers.</summary>
    public TraceNode Trace(IFacts facts) => throw new NotImplementedException();
}
