namespace Huodi.Policies.Ledger;

/// <summary>积数: what was unpaid of the stages, times the days.</summary>
/// <param name="Fact">The fact that it becomes, 元 × days.</param>
/// <param name="Late">True for the days behind each due day, false for those up to it.</param>
/// <param name="Start">Fact with the day from which it runs, itself not counted; null for the days behind the due day.</param>
public sealed record InterestBase(string Fact, bool Late, string? Start);
