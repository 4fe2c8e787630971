using System.Collections.Frozen;
using Huodi.Domain.Ledger.Projection;

namespace Huodi.Domain.Ledger.Kinds;

/// <summary>All declared kinds.</summary>
public sealed class LedgerKinds(IReadOnlyList<LedgerKind> all)
{
    private readonly FrozenDictionary<string, LedgerKind> _byName =
        all.SelectMany(k => new[] { KeyValuePair.Create(k.English, k), KeyValuePair.Create(k.Name, k) }).DistinctBy(e => e.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private GatheringPlan? _everything;

    /// <summary>In the order declared.</summary>
    public IReadOnlyList<LedgerKind> All { get; } = all;

    /// <summary>Those that a form, a table or the interface records; the others only one command does.</summary>
    public IEnumerable<LedgerKind> Recordable => All.Where(k => k.Through.Length == 0);

    /// <summary>Everything worked out from entries of these kinds.</summary>
    internal GatheringPlan Everything => _everything ??= new(this);

    /// <summary>Chinese names and English identifiers.</summary>
    internal IEnumerable<string> Names => _byName.Keys;

    /// <summary>The kind of that Chinese name or English identifier, or null.</summary>
    public LedgerKind? Find(string name) => _byName.GetValueOrDefault(name);
}
