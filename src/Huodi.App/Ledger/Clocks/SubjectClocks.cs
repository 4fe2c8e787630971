using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>The clocks of one subject on a day.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Place">Where it lies; null when the ledger does not tell.</param>
/// <param name="Readings">By last day, those without one at the end; none for a subject that has left (已退出).</param>
/// <param name="LastEntry">Number of the last entry about it that was known.</param>
public sealed record SubjectClocks(LedgerSubject Subject, DivisionCode? Place, IReadOnlyList<ClockReading> Readings, long LastEntry);
