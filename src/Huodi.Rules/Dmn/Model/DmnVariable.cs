namespace Huodi.Rules;

/// <summary>A name with a type: a parameter, a column, the variable of an element.</summary>
public sealed record DmnVariable(string Name, string? TypeRef = null);
