namespace Huodi.Rules;

/// <summary>The three boxed iterations.</summary>
public enum DmnIterationKind
{
    For,
    Some,
    Every,
}
