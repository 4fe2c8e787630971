namespace Huodi.App.Ledger.Clocks;

/// <summary>The last day of a clock, or why it is not known.</summary>
/// <param name="Day">The day, moved behind days off where the rule says so; null when it cannot be known.</param>
/// <param name="Missing">What is missing to know it.</param>
/// <param name="Note">What to mind.</param>
/// <param name="InForce">Whether the article governs the day of the question.</param>
public sealed record LastDay(DateOnly? Day, IReadOnlyList<string> Missing, string Note, bool InForce = true);
