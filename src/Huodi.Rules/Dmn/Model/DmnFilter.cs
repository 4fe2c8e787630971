namespace Huodi.Rules;

/// <summary>A boxed filter.</summary>
public sealed record DmnFilter(DmnExpression? In, DmnExpression? Match, string? TypeRef = null) : DmnExpression(TypeRef);
