using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Money;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Ledger.Readings;

/// <summary>All that the ledger says about a subject on three dates.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Dates">The dates.</param>
/// <param name="Entries">What was recorded up to the moment, in number order; superseded entries too.</param>
/// <param name="Facts">The facts with the entries they come from, and what could not be made out.</param>
/// <param name="State">The derived states.</param>
/// <param name="Clocks">The deadlines.</param>
/// <param name="Money">The accounts.</param>
public sealed record SubjectReading(
    LedgerSubject Subject,
    LedgerDates Dates,
    IReadOnlyList<LedgerEntry> Entries,
    SubjectProjection Facts,
    SubjectState State,
    IReadOnlyList<ClockReading> Clocks,
    SubjectMoney Money)
{
    /// <summary>The entry that took the place of each superseded one, by the number of the superseded.</summary>
    public IReadOnlyDictionary<long, LedgerEntry> Superseding { get; } = Entries
        .Where(e => e.Draft.Supersedes is not null)
        .GroupBy(e => e.Draft.Supersedes!.Number) // Filtered above.
        .ToDictionary(g => g.Key, g => g.Last());
}
