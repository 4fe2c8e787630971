using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.Money;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Readings;

/// <summary>From the entries about a subject to everything they say: facts, states, clocks and money. Writes nothing.</summary>
public sealed class ReadSubject(PolicyLibrary library, LoadedLedger declared)
{
    private readonly DeriveState _states = new(library, declared);
    private readonly ReadClocks _clocks = new(library, declared);
    private readonly ReckonMoney _money = new(library, declared);

    /// <summary>Reads the entries.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="dates">The three dates.</param>
    public SubjectReading Of(IReadOnlyList<LedgerEntry> entries, LedgerDates dates)
    {
        var (asOf, law, known) = dates;
        var facts = FactProjection.Run(declared.Kinds, entries, asOf, known);
        return new(
            entries[0].Subject,
            dates,
            known is null ? entries : [.. entries.Where(e => e.Recorded <= known)],
            facts,
            _states.Of(entries, asOf, known, law),
            _clocks.Of(entries, asOf, known, law),
            _money.Of(entries, asOf, known, law));
    }
}
