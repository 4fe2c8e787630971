using Huodi.Policies.Answers;

namespace Huodi.Policies.Registers;

/// <summary>What brings land into a register: an answer of an assessment, or recorded facts.</summary>
/// <param name="Decision">Decision id, or null when the rule is about facts alone.</param>
/// <param name="Outcomes">Outcomes that count; empty without a decision.</param>
/// <param name="When">Facts that must be so; all of them.</param>
/// <param name="Note">Why this counts, in words.</param>
public sealed record RegisterRule(string? Decision, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<FactMatch> When, string Note);
