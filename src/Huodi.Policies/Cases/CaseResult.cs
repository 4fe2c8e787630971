using Huodi.Policies.Answers;

namespace Huodi.Policies.Cases;

/// <summary>A case and what the program answered.</summary>
/// <param name="Case">The case.</param>
/// <param name="Answer">The answer given.</param>
/// <param name="Actual">The answer in the spelling of <see cref="PolicyCase.Expected"/>.</param>
/// <param name="Passed">Whether the two agree.</param>
public sealed record CaseResult(PolicyCase Case, PolicyAnswer Answer, string Actual, bool Passed);
