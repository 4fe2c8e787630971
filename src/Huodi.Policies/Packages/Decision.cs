namespace Huodi.Policies.Packages;

/// <summary>A decision as its package declares it.</summary>
public sealed record Decision
{
    /// <summary>Id, for example <c>DL-10/开工违约金</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name, under which other decisions read its result.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the article it belongs to.</summary>
    public required string ArticleId { get; init; }

    /// <summary>True for an eligibility question (met / notMet), false for a value.</summary>
    public required bool IsEligibility { get; init; }

    /// <summary>Conditions for the article to be about this land at all.</summary>
    public IReadOnlyList<Condition> Applies { get; init; } = [];

    /// <summary>Conditions of substance.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>FEEL text of the result; null for a table or an eligibility question.</summary>
    public string? Result { get; init; }

    /// <summary>Line of the result, from 1.</summary>
    public int ResultLine { get; init; }

    /// <summary>The table; null unless the result comes from one.</summary>
    public DecisionTable? Table { get; init; }

    /// <summary>Unit of the result, or null. 元 is rounded to 分.</summary>
    public string? Unit { get; init; }

    /// <summary>Words of the article the result rests on.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Findings left to somebody.</summary>
    public IReadOnlyList<FindingRule> Determinations { get; init; } = [];

    /// <summary>Approvals that follow.</summary>
    public IReadOnlyList<string> Approvals { get; init; } = [];

    /// <summary>Doubts of the text, shown with the answer when the expression beside it holds or there is none.</summary>
    public IReadOnlyList<(string Text, string? When)> Notes { get; init; } = [];

    /// <summary>Rules of this or another document that answer the same question, where they part from this one.</summary>
    public IReadOnlyList<ConflictRule> Conflicts { get; init; } = [];

    /// <summary>The question it answers in the words that several cities share, so that their answers can stand side by side; null when none.</summary>
    public string? Topic { get; init; }

    /// <summary>The closed list of texts the result can be; empty when it is no text or the list is open.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>True when the law itself leaves cases without a row.</summary>
    public bool AllowsGaps { get; init; }

    /// <summary>The fact whose date decides which law answers; null for the day of the question.</summary>
    public string? LegalFact { get; init; }

    /// <summary>Line of its block, from 1.</summary>
    public required int Line { get; init; }
}
