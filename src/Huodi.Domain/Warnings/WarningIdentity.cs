using Huodi.Domain.Ledger;

namespace Huodi.Domain.Warnings;

/// <summary>What makes a warning one: given once, and never again.</summary>
/// <param name="Subject">Whose deadline.</param>
/// <param name="Rule">Id of the clock; of an instalment, 付款计划/期次.</param>
/// <param name="Term">The last day, yyyy-MM-dd; where it cannot be known, the facts that are missing.</param>
/// <param name="Level">The warning point: 提前12个月, 今日到期, 逾期, 缺事实, ….</param>
public sealed record WarningIdentity(LedgerSubject Subject, string Rule, string Term, string Level);
