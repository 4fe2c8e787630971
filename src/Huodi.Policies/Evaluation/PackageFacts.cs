using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What the expressions of one package see for one subject: facts, parameters on the law's day, and results of other decisions.</summary>
internal sealed class PackageFacts(SubjectFacts facts, CompiledPackage package, DateOnly lawDay, bool supposed, Func<CompiledDecision, DecisionResult> decide) : IFacts
{
    /// <summary>Whether the name is one of the package's scope, not a variable of an expression.</summary>
    public bool Knows(string name) =>
        name == SubjectFacts.AsOfName || package.DecisionsByName.ContainsKey(name) || package.Parameters.ContainsKey(name) || facts.Knows(name);

    public Answer Get(string name)
    {
        if (package.DecisionsByName.TryGetValue(name, out var decision)) return decide(decision).AsAnswer();
        return package.Parameters.TryGetValue(name, out var parameter) ? parameter.On(lawDay, supposed) : facts.Get(name);
    }
}
