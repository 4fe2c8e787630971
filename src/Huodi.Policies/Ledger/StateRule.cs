namespace Huodi.Policies.Ledger;

/// <summary>A state that articles decide.</summary>
/// <param name="State">疑似闲置, 疑似低效 or 闲置存量土地.</param>
/// <param name="Decisions">Decisions of which one that is met makes the state.</param>
/// <param name="Note">What the state does not mean; may be empty.</param>
public sealed record StateRule(string State, IReadOnlyList<string> Decisions, string Note);
