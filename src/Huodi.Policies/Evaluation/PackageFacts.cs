using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What the expressions of one package see for one subject: facts, parameters on the law's day, and results of other decisions.</summary>
internal sealed class PackageFacts(SubjectFacts facts, CompiledPackage package, DateOnly lawDay, Func<CompiledDecision, DecisionResult> decide) : IFacts
{
    public Answer Get(string name)
    {
        if (package.DecisionsByName.TryGetValue(name, out var decision)) return decide(decision).AsAnswer();
        return package.Parameters.TryGetValue(name, out var parameter) ? parameter.On(lawDay) : facts.Get(name);
    }
}
