namespace Huodi.Rules;

/// <summary>A decision table; the columns' types stand beside it by name.</summary>
public sealed record DmnTable(TableSource Table, string? TypeRef = null) : DmnExpression(TypeRef)
{
    /// <summary>The type reference of each input column.</summary>
    public IReadOnlyList<string?> InputTypes { get; init; } = [];

    /// <summary>The type reference of each output column.</summary>
    public IReadOnlyList<string?> OutputTypes { get; init; } = [];
}
