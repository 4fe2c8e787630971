using System.Runtime.InteropServices;
using Huodi.App.Demo;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;

namespace Huodi.App.Assessments;

/// <summary>Counts while a run goes by; holds figures only.</summary>
internal sealed class AssessmentTally
{
    private static readonly IReadOnlyList<string> Outcomes = [.. OutcomeNames.All.Select(o => o.Code())];
    private readonly OutcomeTally _all = new();
    private readonly OutcomeTally _generated = new();
    private readonly Ordered<(string Package, string Article, string Decision)> _decisions = new();
    private readonly Ordered<(string Package, string Article)> _articles = new();
    private readonly Dictionary<string, (int Unlocks, int AskedBy)> _missing = new(StringComparer.Ordinal);
    private int _parcels;
    private int _grants;
    private int _generatedParcels;

    public void Add(SubjectAssessment subject)
    {
        if (subject.Kind == SubjectKind.Parcel) _parcels++;
        else _grants++;
        var made = DemoParcels.Made(subject.Facts);
        if (made) _generatedParcels++;

        foreach (var verdict in subject.Verdicts)
        {
            _all.Add(verdict.Outcome);
            if (made) _generated.Add(verdict.Outcome);
            _decisions.Of((verdict.Package, verdict.Article, verdict.Decision)).Add(verdict.Outcome);
            _articles.Of((verdict.Package, verdict.Article)).Add(verdict.Outcome);
            Ask(verdict);
        }
    }

    public AssessmentSummary Summary() => new()
    {
        Parcels = _parcels,
        Grants = _grants,
        Generated = _generatedParcels,
        Answers = _all.Total,
        ByOutcome = _all.List(),
        GeneratedByOutcome = _generated.List(),
        ByDecision = [.. _decisions.All.Select(d => new DecisionCounts(d.Key.Package, d.Key.Article, d.Key.Decision, d.Tally.List()))],
        ByArticle = [.. _articles.All.Select(a => new ArticleCounts(a.Key.Package, a.Key.Article, a.Tally.List()))],
        Missing =
        [
            .. _missing.Select(m => new MissingCount(m.Key, m.Value.Unlocks, m.Value.AskedBy))
                .OrderByDescending(m => m.Unlocks).ThenByDescending(m => m.AskedBy).ThenBy(m => m.Name, StringComparer.Ordinal),
        ],
    };

    private void Ask(VerdictLine verdict)
    {
        if (verdict.Outcome != Outcome.NeedsFacts.Code()) return;
        foreach (var name in verdict.Missing)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_missing, name, out _);
            count.AskedBy++;
            if (verdict.Missing.Count == 1) count.Unlocks++;
        }
    }

    private sealed class OutcomeTally
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public int Total => _counts.Values.Sum();

        public void Add(string outcome) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, outcome, out _)++;

        /// <summary>In the contract's order; what the contract does not name stands behind.</summary>
        public IReadOnlyList<KeyValuePair<string, int>> List() =>
            [.. Outcomes.Concat(_counts.Keys.Except(Outcomes).Order(StringComparer.Ordinal)).Where(_counts.ContainsKey).Select(o => KeyValuePair.Create(o, _counts[o]))];
    }

    private sealed class Ordered<TKey>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, OutcomeTally> _byKey = [];
        private readonly List<TKey> _order = [];

        public IEnumerable<(TKey Key, OutcomeTally Tally)> All => _order.Select(k => (k, _byKey[k]));

        public OutcomeTally Of(TKey key)
        {
            ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out var known);
            if (!known) _order.Add(key);
            return tally ??= new OutcomeTally();
        }
    }
}
