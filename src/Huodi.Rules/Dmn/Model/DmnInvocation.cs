namespace Huodi.Rules;

/// <summary>A call of a function with named arguments.</summary>
public sealed record DmnInvocation(DmnExpression? Function, IReadOnlyList<DmnEntry> Bindings, string? TypeRef = null)
    : DmnExpression(TypeRef);
