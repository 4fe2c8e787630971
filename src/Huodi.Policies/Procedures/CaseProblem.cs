namespace Huodi.Policies.Procedures;

/// <summary>Why a step cannot be recorded.</summary>
/// <param name="Code">Stable code, for example <c>STEP_SKIPPED</c>.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Suggestion">The remedy, in Chinese.</param>
public sealed record CaseProblem(string Code, string Message, string Suggestion);
