namespace Huodi.Bench.Land.Cities;

/// <summary>One polygon of a generated control layer.</summary>
internal sealed record ControlShape(string Name, IReadOnlyList<double[]> Rings);
