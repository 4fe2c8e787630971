namespace Huodi.Domain;

/// <summary>A broken invariant of the domain. The code is stable; the message is for people.</summary>
public sealed class DomainException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, for example <c>DIVISION_CODE</c>.</summary>
    public string Code { get; } = code;
}
