namespace Huodi.Policies.Answers;

/// <summary>One step of an answer.</summary>
/// <param name="Rule">What was asked of the land, in a few words.</param>
/// <param name="Article">Article id, for example <c>DL-10</c>.</param>
/// <param name="Text">The words of the law this step rests on, verbatim.</param>
/// <param name="Facts">Names of the facts and computed figures it read.</param>
/// <param name="Result">What came of it, for people: 成立、不成立、缺…, or a figure.</param>
/// <param name="Holds">True or false for a condition that was decided; null for a calculation or an open condition.</param>
public sealed record Reason(string Rule, string Article, string Text, IReadOnlyList<string> Facts, string Result, bool? Holds);
