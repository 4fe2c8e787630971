namespace Huodi.Rules;

/// <summary>How a COLLECT table folds the outputs of the rules that match.</summary>
public enum CollectAggregation
{
    None,
    Sum,
    Min,
    Max,
    Count,
}
