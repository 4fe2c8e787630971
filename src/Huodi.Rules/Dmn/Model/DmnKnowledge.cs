namespace Huodi.Rules;

/// <summary>A business knowledge model: a function that decisions call.</summary>
public sealed record DmnKnowledge(string Id, string Name, string? TypeRef = null)
{
    public DmnFunction? Logic { get; init; }

    public IReadOnlyList<DmnRequirement> Requirements { get; init; } = [];
}
