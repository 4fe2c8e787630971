namespace Huodi.Policies.Ledger;

/// <summary>What has to be paid for a clock to be done.</summary>
/// <param name="Owed">Facts or decisions that give the sum, 元; the first that is known counts.</param>
/// <param name="Paid">The fact that adds up what was paid, 元.</param>
public sealed record ClockSettlement(IReadOnlyList<string> Owed, string Paid);
