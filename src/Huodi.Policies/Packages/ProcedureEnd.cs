namespace Huodi.Policies.Packages;

/// <summary>What ends the cases of a procedure from outside.</summary>
/// <param name="Procedure">Id of the procedure whose cases end.</param>
/// <param name="Decision">Id of the decision that must hold.</param>
/// <param name="Within">Facts that must have come about in the course of the case, and not before it; empty when that does not matter.</param>
public sealed record ProcedureEnd(string Procedure, string Decision, IReadOnlyList<string> Within);
