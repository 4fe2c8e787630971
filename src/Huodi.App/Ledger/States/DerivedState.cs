namespace Huodi.App.Ledger.States;

/// <summary>One state of a subject, derived: it holds, it does not, or that cannot be known.</summary>
/// <param name="Name">Name of the state; of a development that cannot be known, 不明.</param>
/// <param name="Holds">Whether it holds; null when it cannot be known.</param>
/// <param name="Reasons">Why; never empty.</param>
/// <param name="Missing">Facts that would tell; empty when it is known.</param>
/// <param name="Candidates">Of a development that cannot be known, the states it may be in.</param>
public sealed record DerivedState(
    string Name, bool? Holds, IReadOnlyList<StateReason> Reasons, IReadOnlyList<string> Missing, IReadOnlyList<string> Candidates);
