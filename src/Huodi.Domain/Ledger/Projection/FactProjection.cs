using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>From entries to facts, each with the entries it comes from: of what was recorded up to one moment (known-as-of) and happened
/// up to one day (facts-as-of), as <see cref="FactGathering"/> works it out.</summary>
public static class FactProjection
{
    /// <summary>Projects the entries of one subject.</summary>
    /// <param name="kinds">The declared kinds.</param>
    /// <param name="entries">All entries about it, in number order.</param>
    /// <param name="asOf">The day of the facts.</param>
    /// <param name="knownAsOf">The moment of the knowledge; null for everything recorded.</param>
    public static SubjectProjection Run(LedgerKinds kinds, IEnumerable<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null)
    {
        List<LedgerEntry> known = [.. entries.TakeWhile(e => knownAsOf is null || e.Recorded <= knownAsOf)];
        var gathering = new FactGathering(kinds.Everything);
        gathering.Take(known.ConvertAll(LedgerNote.Of).ToArray(), asOf);
        return gathering.Project(i => known[i]);
    }
}
