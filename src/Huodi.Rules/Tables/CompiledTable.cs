using Huodi.Rules.Binding;

namespace Huodi.Rules;

/// <summary>A decision table, ready to run; may be shared by threads.</summary>
public sealed class CompiledTable
{
    private readonly BoundProgram program;
    private readonly Lazy<TableAnalysis> analysis;

    internal CompiledTable(TableSource source, BoundProgram program)
    {
        (Source, this.program) = (source, program);
        analysis = new Lazy<TableAnalysis>(() => Tables.TableAnalyser.Analyse((BoundTable)program.Root));
    }

    /// <summary>The table as it was written.</summary>
    public TableSource Source { get; }

    /// <summary>What is known of the result's type.</summary>
    public FeelType Type => program.Root.Type;

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names => program.Names;

    /// <summary>The rules' overlaps and gaps, found when the table is first asked for them.</summary>
    public TableAnalysis Analysis => analysis.Value;

    internal BoundProgram Program => program;

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Answer Evaluate(IFacts facts, CancellationToken cancellation = default) => program.Run(facts, cancellation);

    /// <summary>The table for one thread that evaluates it many times.</summary>
    public RepeatedEvaluation Repeated() => new(program);

    /// <summary>The answer and the numbers of the rules that matched.</summary>
    public TableAnswer EvaluateWithRules(IFacts facts, CancellationToken cancellation = default) => program.RunTable(facts, cancellation);

    /// <summary>The same answer with the tree of what was computed from what; rules that match or still may carry their numbers.</summary>
    public TraceNode Trace(IFacts facts, CancellationToken cancellation = default) => program.Trace(facts, Source.Name, cancellation);
}
