namespace Huodi.Rules;

/// <summary>A boxed context; its value is <see cref="Result"/> where there is one.</summary>
public sealed record DmnContext(IReadOnlyList<DmnEntry> Entries, DmnExpression? Result = null, string? TypeRef = null)
    : DmnExpression(TypeRef);
