using System.Text.Json.Nodes;

namespace Huodi.Web.Evaluation;

/// <summary>The body of <c>POST /api/evaluate</c>.</summary>
/// <param name="Facts">One object of facts, or an array of them.</param>
/// <param name="Decisions">Decision ids; an article's id asks all its decisions. Either this or <paramref name="Region"/>.</param>
/// <param name="Region">行政区划代码: asks every decision that governs there.</param>
/// <param name="AsOf">The day of the question.</param>
/// <param name="LawAsOf">The day whose law answers; none lets the legal fact decide.</param>
/// <param name="Hypothetical">True to evaluate packages that do not govern, with the answers marked.</param>
internal sealed record EvaluationRequest(
    JsonNode? Facts, IReadOnlyList<string>? Decisions, string? Region, DateOnly? AsOf, DateOnly? LawAsOf, bool Hypothetical = false);
