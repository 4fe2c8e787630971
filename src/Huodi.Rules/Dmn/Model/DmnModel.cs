namespace Huodi.Rules;

/// <summary>
/// A decision model as DMN 1.2 to 1.5 writes it: what decides what, and by which logic. Expressions are text; nothing is compiled yet.
/// </summary>
public sealed record DmnModel(string Name, string Namespace)
{
    public IReadOnlyList<DmnImport> Imports { get; init; } = [];

    public IReadOnlyList<DmnItem> Items { get; init; } = [];

    public IReadOnlyList<DmnInput> Inputs { get; init; } = [];

    public IReadOnlyList<DmnDecision> Decisions { get; init; } = [];

    public IReadOnlyList<DmnKnowledge> Knowledge { get; init; } = [];

    public IReadOnlyList<DmnService> Services { get; init; } = [];
}
