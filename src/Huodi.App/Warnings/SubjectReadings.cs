using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;

namespace Huodi.App.Warnings;

/// <summary>The clocks of a subject on a day.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Place">Where it lies, or null.</param>
/// <param name="Readings">What they show.</param>
public sealed record SubjectReadings(LedgerSubject Subject, DivisionCode? Place, IReadOnlyList<ClockReading> Readings);
