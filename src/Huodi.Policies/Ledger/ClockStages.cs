namespace Huodi.Policies.Ledger;

/// <summary>The lists that a plan in stages is held against.</summary>
/// <param name="Paid">List fact with what was paid: 日期, 金额.</param>
/// <param name="Returned">List fact with what was paid back, or null.</param>
/// <param name="OnlyFirst">Whether the clock is only about the first stage.</param>
public sealed record ClockStages(string Paid, string? Returned, bool OnlyFirst);
