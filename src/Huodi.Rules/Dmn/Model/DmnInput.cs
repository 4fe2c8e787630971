namespace Huodi.Rules;

/// <summary>Input data.</summary>
public sealed record DmnInput(string Id, string Name, string? TypeRef = null);
