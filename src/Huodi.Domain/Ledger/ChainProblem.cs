namespace Huodi.Domain.Ledger;

/// <summary>Something wrong with the chain.</summary>
/// <param name="Code">LEDGER_CHANGED, LEDGER_MISSING, LEDGER_HEAD, LEDGER_ANCHOR, LEDGER_UNREADABLE, LEDGER_ORDER, LEDGER_FILE.</param>
/// <param name="Number">The entry, or 0 when the whole ledger is meant.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record ChainProblem(string Code, long Number, string Message);
