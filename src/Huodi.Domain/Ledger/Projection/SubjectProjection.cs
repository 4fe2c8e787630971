using System.Globalization;
using Huodi.Domain.Facts;
using Huodi.Domain.Ledger.Kinds;

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

    /// <summary>The entries that add to, or take from, a figure that is added up, by day, with what each gives; none when the fact is not known.</summary>
    public IEnumerable<(LedgerEntry Entry, decimal Figure)> Movements(LedgerKinds kinds, string fact) =>
        Find(fact) is not { } known ? [] : known.Entries.OrderBy(e => e.Happened).ThenBy(e => e.Number).SelectMany(e => (kinds.Find(e.Kind)?.Effects ?? [])
            .OfType<AddsToFact>().Where(a => a.Fact == fact).Select(a => (e, Figure(e, a))));

    /// <summary>The facts as the policies take them; the source of each is the document, number and kind of the last entry it comes from.</summary>
    public FactSheet ToSheet() => new(Facts.Values.Select(f => new RecordedFact(f.Name, f.Value, Source(f.Entries[^1]))));

    // The fact is known, so every entry of it has a figure.
    private static decimal Figure(LedgerEntry entry, AddsToFact adds) =>
        decimal.Parse(entry.Draft.Payload.Fields()[adds.Field]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) * (adds.Negative ? -1 : 1);

    private static FactSource Source(LedgerEntry entry) =>
        new(0, entry.Draft.Document.Name, (int)Math.Min(entry.Number, int.MaxValue), entry.Kind);
}
