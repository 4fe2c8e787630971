namespace Huodi.Policies.Evaluation;

/// <summary>When and how the law is asked.</summary>
/// <param name="AsOf">The day on which the question is asked.</param>
/// <param name="LawAsOf">The day whose law answers, or null to let the legal fact decide.</param>
/// <param name="Hypothetical">True to evaluate packages that do not govern, with the answer marked.</param>
public sealed record Question(DateOnly AsOf, DateOnly? LawAsOf = null, bool Hypothetical = false);
