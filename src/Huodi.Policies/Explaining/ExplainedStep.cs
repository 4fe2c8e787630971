namespace Huodi.Policies.Explaining;

/// <summary>One step of an answer, taken apart for reading.</summary>
/// <param name="Rule">What was asked, in a few words.</param>
/// <param name="Came">What came of it, for example 不成立 or 600000.00 元.</param>
/// <param name="Formula">How it was worked out; empty for a condition.</param>
/// <param name="Values">The figures it was worked out from; may be empty.</param>
/// <param name="Facts">Names of what it read.</param>
/// <param name="Holds">True or false for a condition that was decided; null for a calculation or an open condition.</param>
public sealed record ExplainedStep(string Rule, string Came, string Formula, string Values, IReadOnlyList<string> Facts, bool? Holds);
