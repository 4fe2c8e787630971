namespace Huodi.Rules;

/// <summary>A decision service: decisions that are called together as a function of their inputs. All lists hold references.</summary>
public sealed record DmnService(string Id, string Name, string? TypeRef = null)
{
    public IReadOnlyList<string> OutputDecisions { get; init; } = [];

    public IReadOnlyList<string> EncapsulatedDecisions { get; init; } = [];

    public IReadOnlyList<string> InputDecisions { get; init; } = [];

    public IReadOnlyList<string> InputData { get; init; } = [];
}
