namespace Huodi.Policies.Procedures;

/// <summary>A step that was done in a case.</summary>
/// <param name="Day">The day it was done.</param>
/// <param name="Step">Name of the step.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Role">Who did it.</param>
/// <param name="Documents">What was at hand, by name.</param>
/// <param name="Ground">Why it is done out of turn; empty when it is in turn.</param>
public sealed record CaseEvent(DateOnly Day, string Step, string Outcome, string Role, IReadOnlyList<string> Documents, string Ground);
