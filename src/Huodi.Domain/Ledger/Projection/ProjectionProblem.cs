namespace Huodi.Domain.Ledger.Projection;

/// <summary>Why a fact that entries speak of is unknown all the same.</summary>
/// <param name="Code">LEDGER_CONTRADICTION, LEDGER_INTERVAL, LEDGER_KIND, LEDGER_FIELD.</param>
/// <param name="Fact">The fact; empty when an entry as a whole cannot be used.</param>
/// <param name="Entries">Numbers of the entries.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record ProjectionProblem(string Code, string Fact, IReadOnlyList<long> Entries, string Message);
