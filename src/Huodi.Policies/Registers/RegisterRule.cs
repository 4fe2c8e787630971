using Huodi.Policies.Answers;

namespace Huodi.Policies.Registers;

/// <summary>What brings land into a register: an answer of an assessment, or recorded facts.</summary>
/// <param name="Decision">Decision id, or null when the rule is about facts alone.</param>
/// <param name="Outcomes">Outcomes that count; empty without a decision.</param>
/// <param name="When">Facts that must be so; all of them.</param>
/// <param name="Note">Why this counts, in words.</param>
public sealed record RegisterRule(string? Decision, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<FactMatch> When, string Note)
{
    /// <summary>A city's decision on the same question: where it is in force, it tells and this rule does not count; null for none.</summary>
    public string? Local { get; init; }

    /// <summary>The category of land that cannot be decided.</summary>
    public const string Undecided = "不能判断";

    /// <summary><see cref="Undecided"/> where the rule brings in what nothing else does, in place of the category by facts; null else.</summary>
    public string? Category { get; init; }

    /// <summary>Whether an answer that leaves the question open counts.</summary>
    public bool IsOpen => Outcomes.Any(o => o is Outcome.NeedsFacts or Outcome.NeedsDetermination);
}
