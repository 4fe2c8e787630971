namespace Huodi.Rules;

/// <summary>A function definition. Kinds other than FEEL (Java, PMML) can be read and written, but not run.</summary>
public sealed record DmnFunction(IReadOnlyList<DmnVariable> Parameters, DmnExpression? Body, string? TypeRef = null)
    : DmnExpression(TypeRef)
{
    public string Kind { get; init; } = "FEEL";
}
