using System.Collections.Frozen;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.Domain.Ledger.Kinds;

/// <summary>All declared kinds.</summary>
/// <param name="all">The kinds.</param>
/// <param name="twice">Events that two kinds could record; null for none.</param>
public sealed class LedgerKinds(IReadOnlyList<LedgerKind> all, TwiceRecorded? twice = null)
{
    private readonly FrozenDictionary<string, LedgerKind> _byName =
        all.SelectMany(k => new[] { KeyValuePair.Create(k.English, k), KeyValuePair.Create(k.Name, k) }).DistinctBy(e => e.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private GatheringPlan? _everything;

    /// <summary>In the order declared.</summary>
    public IReadOnlyList<LedgerKind> All { get; } = all;

    /// <summary>Events that two kinds could record; null for none.</summary>
    internal TwiceRecorded? Twice { get; } = twice;

    /// <summary>Those that a form, a table or the interface records; the others only one command does.</summary>
    public IEnumerable<LedgerKind> Recordable => All.Where(k => k.Through.Length == 0);

    /// <summary>Everything worked out from entries of these kinds.</summary>
    internal GatheringPlan Everything => _everything ??= new(this);

    /// <summary>Chinese names and English identifiers.</summary>
    internal IEnumerable<string> Names => _byName.Keys;

    /// <summary>The kind of that Chinese name or English identifier, or null.</summary>
    public LedgerKind? Find(string name) => _byName.GetValueOrDefault(name);
}
