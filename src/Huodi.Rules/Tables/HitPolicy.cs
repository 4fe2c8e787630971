namespace Huodi.Rules;

/// <summary>What a table makes of the rules that match (DMN 1.5, 8.2.8).</summary>
public enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    OutputOrder,
    RuleOrder,
    Collect,
}
