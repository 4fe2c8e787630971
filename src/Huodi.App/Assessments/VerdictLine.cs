namespace Huodi.App.Assessments;

/// <summary>One answer of a frozen assessment, without its reasons: they are worked out again from the frozen facts and must give the same receipt.</summary>
/// <param name="Decision">Decision id, for example <c>DL-10/开工违约金</c>.</param>
/// <param name="Article">Article id, for example <c>DL-10</c>.</param>
/// <param name="Package">Package id.</param>
/// <param name="Outcome">Outcome in the contract's spelling, for example <c>needsFacts</c>.</param>
/// <param name="Value">The value as the contract's JSON text; null unless the outcome is <c>value</c>.</param>
/// <param name="Unit">Unit of the value, or null.</param>
/// <param name="Missing">Names of the facts that would decide it.</param>
/// <param name="Receipt">The answer's receipt.</param>
public sealed record VerdictLine(
    string Decision, string Article, string Package, string Outcome, string? Value, string? Unit, IReadOnlyList<string> Missing, string Receipt);
