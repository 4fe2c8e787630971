namespace Huodi.Rules;

/// <summary>A boxed list.</summary>
public sealed record DmnList(IReadOnlyList<DmnExpression?> Items, string? TypeRef = null) : DmnExpression(TypeRef);
