namespace Huodi.Policies.Ledger;

/// <summary>An escalation that a city may set.</summary>
/// <param name="Name">Name.</param>
/// <param name="Condition">What it waits for.</param>
/// <param name="Days">After how many full days; null: the city has not set it, and nothing is escalated.</param>
/// <param name="Levels">The levels it holds for; empty for all.</param>
public sealed record EscalationRule(string Name, WarningCondition Condition, int? Days, IReadOnlyList<string> Levels);
