namespace Huodi.App.Assessments;

/// <summary>Answers of all decisions of one article by outcome.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Article">Article id.</param>
/// <param name="ByOutcome">In the contract's order; outcomes that did not occur are absent.</param>
public sealed record ArticleCounts(string Package, string Article, IReadOnlyList<KeyValuePair<string, int>> ByOutcome);
