namespace Huodi.Rules;

/// <summary>A boxed expression. <paramref name="TypeRef"/> names the type its value must have.</summary>
public abstract record DmnExpression(string? TypeRef);
