using System.Collections.Frozen;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What is read from entries to know certain facts. Immutable; made once for many subjects.</summary>
public sealed class GatheringPlan
{
    private readonly FrozenSet<string>? _asked;
    private readonly FrozenDictionary<string, int> _facts;
    private readonly FrozenDictionary<string, KindSteps> _kinds;

    /// <summary>A plan for some facts, or for all that entries give.</summary>
    /// <param name="kinds">The declared kinds.</param>
    /// <param name="facts">Names of the facts; null for all. One that no entry gives stays unknown.</param>
    public GatheringPlan(LedgerKinds kinds, IEnumerable<string>? facts = null)
    {
        var given = kinds.All.SelectMany(k => k.Effects).Select(e => e.Fact);
        _asked = facts?.ToFrozenSet(StringComparer.Ordinal);
        Twice = kinds.Twice is { } twice && (_asked is null || _asked.Overlaps(twice.Kinds.Keys)) ? twice : null;
        var also = Twice is null ? [] : Twice.Running.Append(Twice.Opened);
        Facts = [.. (_asked is null ? given : given.Intersect(_asked.Union(also))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _facts = Facts.Index().ToFrozenDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        _kinds = kinds.Names.ToFrozenDictionary(n => n, n => new KindSteps(kinds.Find(n)!, _facts, Twice), StringComparer.Ordinal); // Names that are there.
        MostFields = _kinds.Values.Select(k => k.FieldCount).Append(0).Max();
    }

    /// <summary>Names of the facts in ordinal order; the place is a fact's number.</summary>
    public IReadOnlyList<string> Facts { get; }

    internal int MostFields { get; }

    internal TwiceRecorded? Twice { get; }

    /// <summary>The number of a fact; −1 when no entry gives it.</summary>
    /// <exception cref="InvalidOperationException">It is not asked for, and must not be taken for unknown.</exception>
    public int Find(string fact)
    {
        if (_facts.TryGetValue(fact, out var number)) return number;
        return _asked?.Contains(fact) == false ? throw new InvalidOperationException($"“{fact}” was not asked for.") : -1;
    }

    internal KindSteps? Kind(string name) => _kinds.GetValueOrDefault(name);
}
