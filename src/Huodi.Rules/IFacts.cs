namespace Huodi.Rules;

/// <summary>What an expression reads: facts, parameters, or results of other decisions, by their scope names.</summary>
public interface IFacts
{
    /// <summary>
    /// The value of <paramref name="name"/>, or the names that are missing before it can be had:
    /// a fact misses itself, a decision's result misses what the decision misses.
    /// </summary>
    Answer Get(string name);
}
