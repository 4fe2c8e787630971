namespace Huodi.Rules;

/// <summary>What is required: input data, a decision's result, or knowledge (a function).</summary>
public enum DmnRequirementKind
{
    Input,
    Decision,
    Knowledge,
}
