namespace Huodi.Rules;

/// <summary>A relation: a list of contexts with the same names.</summary>
public sealed record DmnRelation(
    IReadOnlyList<DmnVariable> Columns, IReadOnlyList<IReadOnlyList<DmnExpression?>> Rows, string? TypeRef = null) : DmnExpression(TypeRef);
