using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>The known facts of one subject by name. A fact that the plan did not ask for is a mistake, and never taken for unknown.</summary>
internal sealed class FactTable(GatheringPlan plan, ProjectedFact?[] facts) : IReadOnlyDictionary<string, ProjectedFact>
{
    public IEnumerable<string> Keys => Values.Select(f => f.Name);

    public IEnumerable<ProjectedFact> Values => facts.OfType<ProjectedFact>();

    public int Count => facts.Count(f => f is not null);

    public ProjectedFact this[string key] => TryGetValue(key, out var fact) ? fact : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ProjectedFact value)
    {
        value = plan.Find(key) is >= 0 and var number ? facts[number] : null;
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, ProjectedFact>> GetEnumerator() => Values.Select(f => KeyValuePair.Create(f.Name, f)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
