namespace Huodi.Web.Assessments;

/// <summary>A decision that a run answered.</summary>
/// <param name="Decision">Decision id.</param>
/// <param name="Article">Article id.</param>
/// <param name="Package">Package id.</param>
public sealed record DecisionColumn(string Decision, string Article, string Package);
