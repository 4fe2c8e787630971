using Huodi.Domain.Codes;

namespace Huodi.App.Laboratory;

/// <summary>
/// What is put beside what. Two versions of a document are paired by decision id, the decisions of other documents that read it
/// among them, and asked where they govern. Two different documents are paired by topic (议题) and asked of all land alike: what would
/// the other city's rule make of it.
/// </summary>
public sealed class PolicyComparison
{
    private PolicyComparison(PolicySide a, PolicySide b, bool isOfVersions, IReadOnlyList<DecisionPair> pairs) =>
        (A, B, IsOfVersions, Pairs) = (a, b, isOfVersions, pairs);

    /// <summary>The first side.</summary>
    public PolicySide A { get; }

    /// <summary>The second side.</summary>
    public PolicySide B { get; }

    /// <summary>Whether the sides are versions of the same document or documents.</summary>
    public bool IsOfVersions { get; }

    /// <summary>The questions, in the order of the law.</summary>
    public IReadOnlyList<DecisionPair> Pairs { get; }

    /// <summary>Pairs the decisions; a comparison without pairs has nothing to say.</summary>
    public static PolicyComparison Of(PolicySide a, PolicySide b)
    {
        var versions = a.Packages.Any(p => b.Packages.Any(q => q.Id == p.Id));
        return new(a, b, versions, versions ? ById(Resting(a), Resting(b)) : ByTopic(Own(a), Own(b)));
    }

    /// <summary>Whether land of a division is looked at when no region is given.</summary>
    public bool Concerns(DivisionCode division) => A.Packages.Concat(B.Packages).Any(p => p.Region.Contains(division));

    /// <summary>Whether a decision is asked of land of a division.</summary>
    internal bool Asks(AskedDecision decision, DivisionCode division) => !IsOfVersions || decision.Package.Region.Contains(division);

    private static List<AskedDecision> Resting(PolicySide side) =>
        [.. side.Packages.SelectMany(p => side.Library.DecisionsResting(p.Id)).DistinctBy(d => d.Decision.Id).Select(d => new AskedDecision(d.Package, d.Decision))];

    private static IEnumerable<AskedDecision> Own(PolicySide side) => Resting(side).Where(d => side.Packages.Any(p => p.Id == d.Package.Id));

    private static List<DecisionPair> ById(List<AskedDecision> a, List<AskedDecision> b) =>
    [
        .. a.Select(d => new DecisionPair(d.Decision.Id, d, b.Find(o => o.Decision.Id == d.Decision.Id))),
        .. b.Where(d => a.TrueForAll(o => o.Decision.Id != d.Decision.Id)).Select(d => new DecisionPair(d.Decision.Id, null, d)),
    ];

    private static List<DecisionPair> ByTopic(IEnumerable<AskedDecision> a, IEnumerable<AskedDecision> b)
    {
        var topics = b.Where(d => d.Decision.Topic is not null).ToLookup(d => d.Decision.Topic, StringComparer.Ordinal);
        return [.. a.Where(d => d.Decision.Topic is not null).SelectMany(d => topics[d.Decision.Topic].Select(o => new DecisionPair($"{d.Decision.Topic}（{d.Decision.Id} | {o.Decision.Id}）", d, o)))];
    }
}
