using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Web.Ledger;

/// <summary>The newest entries.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Fault">Why it cannot be answered; empty when it can.</param>
/// <param name="Entries">One page.</param>
/// <param name="Next">Number behind which the next page begins; null on the last.</param>
/// <param name="Head">The end of the chain.</param>
/// <param name="Kinds">The kinds.</param>
public sealed record LedgerListView(LedgerQuery Query, string Fault, IReadOnlyList<LedgerEntry> Entries, long? Next, LedgerHead Head, LedgerKinds Kinds);
