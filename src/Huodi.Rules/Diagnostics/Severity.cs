namespace Huodi.Rules;

/// <summary>Whether a diagnostic forbids running the text.</summary>
public enum Severity
{
    Error,
    Warning,
}
