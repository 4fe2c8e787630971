using Huodi.Domain.Facts;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What the ledger knows about a subject on a day.</summary>
/// <param name="Facts">Known facts by name, in ordinal order.</param>
/// <param name="Problems">Facts that are unknown although entries speak of them.</param>
/// <param name="Entries">The entries that hold, by day.</param>
public sealed record SubjectProjection(
    IReadOnlyDictionary<string, ProjectedFact> Facts, IReadOnlyList<ProjectionProblem> Problems, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The fact, or null when unknown.</summary>
    public ProjectedFact? Find(string name) => Facts.GetValueOrDefault(name);

    /// <summary>The facts as the policies take them; the source of each is the document, number and kind of the last entry it comes from.</summary>
    public FactSheet ToSheet() => new(Facts.Values.Select(f => new RecordedFact(f.Name, f.Value, Source(f.Entries[^1]))));

    private static FactSource Source(LedgerEntry entry) =>
        new(0, entry.Draft.Document.Name, (int)Math.Min(entry.Number, int.MaxValue), entry.Kind);
}
