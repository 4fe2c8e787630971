namespace Huodi.App.Ledger.Readings;

/// <summary>Days on which a subject's development was the same.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Name">The state; 不明 when it cannot be known.</param>
public sealed record StatePeriod(DateOnly From, DateOnly To, string Name);
