using System.Text.Json.Nodes;

namespace Huodi.Policies.Answers;

/// <summary>The answer to one decision about one subject, by the evaluation contract.</summary>
public sealed record PolicyAnswer
{
    /// <summary>Decision id, for example <c>DL-10/开工违约金</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Article id, for example <c>DL-10</c>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The article's number as the law writes it, for example 第十条.</summary>
    public required string Article { get; init; }

    /// <summary>Package id.</summary>
    public required string Package { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The value in the contract's JSON form; null unless the outcome is <see cref="Answers.Outcome.Value"/>.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>Unit of the value, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Every step, in the order of the law.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What would decide it, when the outcome is <see cref="Answers.Outcome.NeedsFacts"/>; and, given with reasons, the date of the
    /// legal fact when an expired law would govern if that date lay in its term.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>What is left to somebody.</summary>
    public IReadOnlyList<Determination> Determinations { get; init; } = [];

    /// <summary>Approvals the article demands as a later step.</summary>
    public IReadOnlyList<string> Approvals { get; init; } = [];

    /// <summary>Doubts of the text and rules of other articles that bear on this answer, for people.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Other rules in force that answer the same question otherwise, or may do so; worked out together with the reasons.</summary>
    public IReadOnlyList<RuleConflict> Conflicts { get; init; } = [];

    /// <summary>Status of the package on the day the law was asked: in-force, not-yet, draft, expired, explanatory.</summary>
    public required string Status { get; init; }

    /// <summary>True when a package that does not govern was evaluated on demand.</summary>
    public bool Hypothetical { get; init; }

    /// <summary><c>sha256:</c> and 64 hex digits over the question, the facts it could read, the package and the answer.</summary>
    public string Receipt { get; init; } = "";
}
