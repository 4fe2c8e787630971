namespace Huodi.App.Assessments;

/// <summary>Answers of one decision by outcome.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Article">Article id.</param>
/// <param name="Decision">Decision id.</param>
/// <param name="ByOutcome">In the contract's order; outcomes that did not occur are absent.</param>
public sealed record DecisionCounts(string Package, string Article, string Decision, IReadOnlyList<KeyValuePair<string, int>> ByOutcome);
