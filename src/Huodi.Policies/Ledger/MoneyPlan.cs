namespace Huodi.Policies.Ledger;

/// <summary>The lists of a sum that is paid in stages.</summary>
/// <param name="Stages">List fact with 期次, 日期, 金额.</param>
/// <param name="Paid">List fact with what was paid.</param>
/// <param name="Returned">List fact with what was paid back, or null.</param>
public sealed record MoneyPlan(string Stages, string Paid, string? Returned);
