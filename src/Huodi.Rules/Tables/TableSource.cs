namespace Huodi.Rules;

/// <summary>A decision table as it is written. One output gives its value; several give a context.</summary>
public sealed record TableSource(
    HitPolicy HitPolicy,
    CollectAggregation Aggregation,
    IReadOnlyList<TableInput> Inputs,
    IReadOnlyList<TableOutput> Outputs,
    IReadOnlyList<TableRule> Rules)
{
    /// <summary>A name for messages and traces.</summary>
    public string Name { get; init; } = "决策表";
}
