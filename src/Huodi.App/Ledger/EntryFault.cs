namespace Huodi.App.Ledger;

/// <summary>Why something cannot be recorded.</summary>
/// <param name="Code">Stable code: LEDGER_KIND, LEDGER_SUBJECT, LEDGER_DAY, LEDGER_FIELD_MISSING, LEDGER_FIELD_UNKNOWN, LEDGER_EMPTY, FACT_TYPE, FACT_VALUE, …</param>
/// <param name="Field">The field; empty for the entry as a whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Suggestion">The remedy.</param>
public sealed record EntryFault(string Code, string Field, string Message, string Suggestion);
