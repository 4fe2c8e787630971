namespace Huodi.Rules;

/// <summary>Another model whose elements are seen under a name.</summary>
public sealed record DmnImport(string Name, string Namespace, string? Location = null);
