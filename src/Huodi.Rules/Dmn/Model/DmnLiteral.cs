namespace Huodi.Rules;

/// <summary>FEEL text.</summary>
public sealed record DmnLiteral(string Text, string? TypeRef = null) : DmnExpression(TypeRef);
