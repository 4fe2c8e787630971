namespace Huodi.Policies.Explaining;

/// <summary>Words of the law and the steps that rest on them.</summary>
/// <param name="Words">The words, verbatim.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record ExplainedPassage(string Words, IReadOnlyList<ExplainedStep> Steps);
