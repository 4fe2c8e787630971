namespace Huodi.Rules;

/// <summary>
/// What is wrong with a text, and where. <paramref name="Code"/> is stable (<c>FEEL012</c>);
/// <paramref name="Message"/> is worded in Chinese for the officials who write rules;
/// <paramref name="Suggestion"/> is the corrected text or the remedy, where there is one.
/// </summary>
public sealed record Diagnostic(string Code, Severity Severity, TextSpan Span, string Message, string? Suggestion);
