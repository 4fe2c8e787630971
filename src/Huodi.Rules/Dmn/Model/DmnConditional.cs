namespace Huodi.Rules;

/// <summary>A boxed <c>if</c>.</summary>
public sealed record DmnConditional(DmnExpression? If, DmnExpression? Then, DmnExpression? Else, string? TypeRef = null)
    : DmnExpression(TypeRef);
