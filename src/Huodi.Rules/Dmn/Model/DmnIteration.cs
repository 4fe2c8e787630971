namespace Huodi.Rules;

/// <summary>A boxed <c>for</c>, <c>some</c> or <c>every</c> (<paramref name="Kind"/>).</summary>
public sealed record DmnIteration(
    DmnIterationKind Kind, DmnVariable Variable, DmnExpression? In, DmnExpression? Body, string? TypeRef = null) : DmnExpression(TypeRef);
