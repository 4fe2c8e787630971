namespace Huodi.Rules;

/// <summary>
/// A decision. <see cref="Requirements"/> are the references (<c>#id</c> or <c>namespace#id</c>) of all that it may read.
/// </summary>
public sealed record DmnDecision(string Id, string Name, string? TypeRef = null)
{
    public DmnExpression? Logic { get; init; }

    public IReadOnlyList<DmnRequirement> Requirements { get; init; } = [];
}
