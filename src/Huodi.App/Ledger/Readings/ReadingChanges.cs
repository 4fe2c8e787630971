using System.Text.Json.Nodes;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.App.Ledger.Readings;

/// <summary>What entries would change: everything that is not the same in two readings of one subject on the same dates.</summary>
/// <param name="Facts">Facts.</param>
/// <param name="Clocks">Deadlines.</param>
/// <param name="States">States.</param>
/// <param name="Problems">What cannot be made out any more, though it could before, or is newly in doubt.</param>
public sealed record ReadingChanges(
    IReadOnlyList<ReadingChange<ProjectedFact>> Facts,
    IReadOnlyList<ReadingChange<ClockReading>> Clocks,
    IReadOnlyList<ReadingChange<DerivedState>> States,
    IReadOnlyList<ProjectionProblem> Problems)
{
    /// <summary>Compares two readings.</summary>
    /// <param name="before">Without the entries; null when there was none about the subject.</param>
    /// <param name="after">With them.</param>
    public static ReadingChanges Between(SubjectReading? before, SubjectReading after) => new(
        Differing(before?.Facts.Facts.Values, after.Facts.Facts.Values, f => f.Name, (a, b) => JsonNode.DeepEquals(a.Value, b.Value)),
        Differing(before?.Clocks, after.Clocks, c => $"{c.Rule} {c.Name}", (a, b) => (a.Due, a.Done, a.Status) == (b.Due, b.Done, b.Status)),
        [.. Development(before, after), .. Findings(before, after)],
        [.. after.Facts.Problems.Where(p => before?.Facts.Problems.Any(b => b.Code == p.Code && b.Fact == p.Fact && b.Entries.SequenceEqual(p.Entries)) != true)]);

    private static IEnumerable<ReadingChange<DerivedState>> Development(SubjectReading? before, SubjectReading after) =>
        before?.State.Development.Name == after.State.Development.Name ? [] : [new("开发状态", before?.State.Development, after.State.Development)];

    /// <summary>Of a subject that was not in the ledger, a state that does not hold is no change.</summary>
    private static IEnumerable<ReadingChange<DerivedState>> Findings(SubjectReading? before, SubjectReading after) =>
        Differing(before?.State.Findings, after.State.Findings, s => s.Name, (a, b) => a.Holds == b.Holds)
            .Where(c => c.Before is not null || c.After?.Holds != false);

    private static List<ReadingChange<T>> Differing<T>(IEnumerable<T>? before, IEnumerable<T> after, Func<T, string> key, Func<T, T, bool> same)
        where T : class
    {
        var old = (before ?? []).DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
        var now = after.DistinctBy(key).ToDictionary(key, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
                .Select(k => (Key: k, Before: old.GetValueOrDefault(k), After: now.GetValueOrDefault(k)))
                .Where(p => p.Before is null || p.After is null || !same(p.Before, p.After))
                .Select(p => new ReadingChange<T>(p.Key, p.Before, p.After)),
        ];
    }
}
