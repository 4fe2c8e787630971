namespace Huodi.Rules;

/// <summary>An expression, ready to run; may be shared by threads.</summary>
public sealed class CompiledExpression
{
    private readonly BoundProgram program;

    internal CompiledExpression(string text, BoundProgram program) => (Text, this.program) = (text, program);

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>What is known of the result's type.</summary>
    public FeelType Type => program.Root.Type;

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names => program.Names;

    internal BoundProgram Program => program;

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Answer Evaluate(IFacts facts, CancellationToken cancellation = default) => program.Run(facts, cancellation);

    /// <summary>Evaluates values given in the order of <see cref="Names"/>; null stands for a missing fact.</summary>
    public Answer Evaluate(ReadOnlySpan<FeelValue?> values, CancellationToken cancellation = default) =>
        values.Length == Names.Count
            ? program.Run(values.ToArray(), cancellation)
            : throw new ArgumentException($"{Names.Count} values are needed.", nameof(values));

    /// <summary>The expression for one thread that evaluates it many times.</summary>
    public RepeatedEvaluation Repeated() => new(program);

    /// <summary>The same answer with the tree of what was computed from what.</summary>
    public TraceNode Trace(IFacts facts, CancellationToken cancellation = default) => program.Trace(facts, Text, cancellation);
}
