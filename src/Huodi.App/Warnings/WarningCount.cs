namespace Huodi.App.Warnings;

/// <summary>How many warnings an office has of a level.</summary>
/// <param name="Office">The office that has them now.</param>
/// <param name="Level">Level.</param>
/// <param name="Rank">Urgency of the level.</param>
/// <param name="Count">How many.</param>
/// <param name="Waiting">How many of them nobody has acknowledged.</param>
public sealed record WarningCount(string Office, string Level, int Rank, long Count, long Waiting);
