namespace Huodi.Rules;

/// <summary>An entry of a boxed context or a binding of an invocation; without an expression its value is null.</summary>
public sealed record DmnEntry(DmnVariable Variable, DmnExpression? Value);
