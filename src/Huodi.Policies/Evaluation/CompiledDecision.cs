using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>A decision, ready to run.</summary>
internal sealed class CompiledDecision
{
    public required Decision Source { get; init; }

    public required CompiledPackage Package { get; init; }

    public required Article Article { get; init; }

    public required IReadOnlyList<CompiledCondition> Applies { get; init; }

    public required IReadOnlyList<CompiledCondition> Conditions { get; init; }

    public required CompiledExpression? Result { get; init; }

    public required CompiledTable? Table { get; init; }

    public required IReadOnlyList<CompiledFinding> Findings { get; init; }

    public required IReadOnlyList<(string Text, CompiledExpression? When)> Notes { get; init; }

    public required IReadOnlyList<CompiledConflict> Conflicts { get; init; }

    /// <summary>Type under which other decisions read it.</summary>
    public FeelType Type => Source.IsEligibility ? FeelType.Boolean : Result?.Type ?? Table?.Type ?? FeelType.Any;

    /// <summary>Names that decide the answer, in order of first need; notes are not among them.</summary>
    public IEnumerable<string> Names => Applies.Concat(Conditions).SelectMany(c => c.Expression.Names)
        .Concat(Result?.Names ?? Table?.Names ?? [])
        .Concat(Findings.SelectMany(f => (f.When?.Names ?? []).Append(f.Source.Finding.Fact)))
        .Concat(Source.LegalFact is { } legal ? [legal] : [])
        .Distinct(StringComparer.Ordinal);

    /// <summary>Facts the answer can depend on, through other decisions and implied facts too, sorted. Set once all is compiled.</summary>
    public IReadOnlyList<string> ReachableFacts { get; set; } = [];

    /// <summary>Packages whose text the answer can depend on, its own among them, by id. Set once all is compiled.</summary>
    public IReadOnlyList<PolicyPackage> ReachablePackages { get; set; } = [];
}

/// <summary>A finding with its condition, ready to run.</summary>
internal sealed record CompiledFinding(FindingRule Source, CompiledExpression? When)
{
    /// <summary>Whether the finding is needed; an open condition of a finding that is only needed if known counts as no.</summary>
    public Answer IsNeeded(IFacts view) => When is null ? Always : IsNeeded(When.Evaluate(view));

    /// <summary>The same where it is known what the condition says.</summary>
    public Answer IsNeeded(Answer holds) => Source.OnlyIfKnown && !holds.IsDecided ? Answer.Of(FeelValue.False) : holds;

    private static Answer Always { get; } = Answer.Of(FeelValue.True);
}
