namespace Huodi.Rules;

/// <summary>An expression, ready to run.</summary>
public sealed class CompiledExpression
{
    internal CompiledExpression(string text, FeelType type, IReadOnlyList<string> names) => (Text, Type, Names) = (text, type, names);

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>What is known of the result's type.</summary>
    public FeelType Type { get; }

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names { get; }

    public Answer Evaluate(IFacts facts) => throw new NotImplementedException();

    /// <summary>The same answer with the tree of what was computed from what.</summary>
    public TraceNode Trace(IFacts facts) => throw new NotImplementedException();
}
