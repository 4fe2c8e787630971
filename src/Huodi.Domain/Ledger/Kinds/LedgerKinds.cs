using System.Collections.Frozen;

namespace Huodi.Domain.Ledger.Kinds;

/// <summary>All declared kinds.</summary>
public sealed class LedgerKinds(IReadOnlyList<LedgerKind> all)
{
    private readonly FrozenDictionary<string, LedgerKind> _byName =
        all.SelectMany(k => new[] { KeyValuePair.Create(k.English, k), KeyValuePair.Create(k.Name, k) }).DistinctBy(e => e.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In the order declared.</summary>
    public IReadOnlyList<LedgerKind> All { get; } = all;

    /// <summary>The kind of that Chinese name or English identifier, or null.</summary>
    public LedgerKind? Find(string name) => _byName.GetValueOrDefault(name);
}
