namespace Huodi.Rules;

/// <summary>A reference to a required element: <c>#id</c> in this model, <c>namespace#id</c> in an imported one.</summary>
public sealed record DmnRequirement(DmnRequirementKind Kind, string Reference);
