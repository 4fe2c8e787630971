using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger.Money;

/// <summary>Money that went in or out by one entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Amount">元; negative when it was paid out.</param>
/// <param name="Voucher">凭证号, or empty.</param>
public sealed record MoneyMove(LedgerEntry Entry, decimal Amount, string Voucher);
