using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>When and how the law is asked.</summary>
/// <param name="AsOf">The day on which the question is asked.</param>
/// <param name="LawAsOf">The day whose law answers, or null to let the legal fact decide.</param>
/// <param name="Hypothetical">True to evaluate packages that do not govern, with the answer marked.</param>
public sealed record Question(DateOnly AsOf, DateOnly? LawAsOf = null, bool Hypothetical = false)
{
    /// <summary>The day whose law answers a decision about a subject.</summary>
    internal DateOnly LawDay(CompiledDecision decision, SubjectFacts facts)
    {
        if (LawAsOf is { } given) return given;
        if (decision.Source.LegalFact is not { } name) return AsOf;
        return facts.Get(name).TryGetValue(out var date) && date.Kind == FeelKind.Date ? date.AsDate() : AsOf;
    }
}
