using System.Runtime.InteropServices;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;

namespace Huodi.App.Laboratory;

/// <summary>Counts while a comparison goes by; holds figures only.</summary>
internal sealed class DifferenceTally(IReadOnlyList<DecisionPair> pairs)
{
    private readonly OfPair[] _pairs = [.. pairs.Select(_ => new OfPair())];
    private int _parcels;
    private int _grants;
    private int _changedParcels;
    private int _changedGrants;
    private int _changedGenerated;

    /// <summary>Counts a subject, changed or not, with the answers of both sides in the order of the pairs.</summary>
    public void Add(SubjectKind kind, PolicyAnswer?[] from, PolicyAnswer?[] to, SubjectDifference? difference)
    {
        var parcel = kind == SubjectKind.Parcel;
        if (parcel) _parcels++;
        else _grants++;
        if (difference is not null)
        {
            if (parcel) _changedParcels++;
            else _changedGrants++;
            if (difference.IsGenerated) _changedGenerated++;
        }

        for (var p = 0; p < _pairs.Length; p++) _pairs[p].Add(from[p], to[p]);
    }

    public DifferenceSummary Summary() => new(
        _parcels, _grants, _changedParcels, _changedGrants, _changedGenerated, [.. pairs.Select((p, i) => _pairs[i].Of(p)).Where(d => d.Asked > 0)]);

    private sealed class OfPair
    {
        private readonly Dictionary<(string From, string To), int> _moves = [];
        private readonly SortedDictionary<string, MoneySum> _money = new(StringComparer.Ordinal);
        private int _asked;
        private int _otherMissing;

        public void Add(PolicyAnswer? from, PolicyAnswer? to)
        {
            if (from is null && to is null) return;
            _asked++;
            if (DecisionChange.IsOne(from, to))
                CollectionsMarshal.GetValueRefOrAddDefault(_moves, (DecisionChange.OutcomeName(from), DecisionChange.OutcomeName(to)), out _)++;
            else if (from is { Outcome: Outcome.NeedsFacts } && to is not null && !from.Missing.Select(m => m.Name).SequenceEqual(to.Missing.Select(m => m.Name)))
                _otherMissing++;
            foreach (var change in MoneyChange.Of(from, to))
                _money[change.Part] = _money.GetValueOrDefault(change.Part, new(change.Part, 0, 0, 0, 0, 0, 0)).Add(change);
        }

        public DecisionDifferences Of(DecisionPair pair) => new(
            pair,
            _asked,
            [.. _moves.OrderByDescending(m => m.Value).ThenBy(m => m.Key.From, StringComparer.Ordinal).ThenBy(m => m.Key.To, StringComparer.Ordinal).Select(m => (m.Key.From, m.Key.To, m.Value))],
            _otherMissing,
            [.. _money.Values]);
    }
}
