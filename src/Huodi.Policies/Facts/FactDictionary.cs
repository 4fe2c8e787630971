using System.Collections.Frozen;
using Huodi.Policies.Columns;

namespace Huodi.Policies.Facts;

/// <summary>The one vocabulary: every fact by its Chinese name.</summary>
public sealed class FactDictionary(IEnumerable<FactDefinition> definitions)
{
    private readonly FrozenDictionary<string, FactDefinition> _byName = definitions.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>All definitions, by name.</summary>
    public IEnumerable<FactDefinition> All => _byName.Values.OrderBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The facts as columns are made of them, worked out when they are first asked for.</summary>
    internal FactSchema Schema => field ??= new(this);

    /// <summary>The definition, or null.</summary>
    public FactDefinition? Find(string name) => _byName.GetValueOrDefault(name);
}
