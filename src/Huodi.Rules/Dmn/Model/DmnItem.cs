namespace Huodi.Rules;

/// <summary>An item definition: a named type, made of another one, of components, or of a function's signature.</summary>
public sealed record DmnItem(string Name, string? TypeRef = null, bool IsCollection = false)
{
    public IReadOnlyList<DmnItem> Components { get; init; } = [];

    /// <summary>Unary tests that a value (an item, where this is a collection) must pass.</summary>
    public string? AllowedValues { get; init; }

    /// <summary>Unary tests that the value as a whole must pass (DMN 1.4).</summary>
    public string? TypeConstraint { get; init; }

    /// <summary>The parameters where this is the type of a function, whose result is <see cref="TypeRef"/>.</summary>
    public IReadOnlyList<DmnVariable>? FunctionParameters { get; init; }
}
