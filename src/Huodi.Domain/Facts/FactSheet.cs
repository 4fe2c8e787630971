using System.Text.Json.Nodes;

namespace Huodi.Domain.Facts;

/// <summary>The recorded facts of one subject, by dictionary name. A name that is not in it is unknown, never zero and never false.</summary>
public sealed class FactSheet
{
    private readonly Dictionary<string, RecordedFact> _facts;

    /// <summary>Takes the facts in the order given.</summary>
    /// <exception cref="DomainException">FACT_TWICE: one name is given twice.</exception>
    public FactSheet(IEnumerable<RecordedFact> facts)
    {
        All = [.. facts];
        _facts = new(All.Count, StringComparer.Ordinal);
        foreach (var fact in All)
        {
            if (!_facts.TryAdd(fact.Name, fact)) throw new DomainException("FACT_TWICE", $"事实“{fact.Name}”给了两次。");
        }
    }

    /// <summary>A sheet with nothing known.</summary>
    public static FactSheet Empty { get; } = new([]);

    /// <summary>All facts, in the order recorded.</summary>
    public IReadOnlyList<RecordedFact> All { get; }

    /// <summary>The fact of that name, or null when unknown.</summary>
    public RecordedFact? Find(string name) => _facts.GetValueOrDefault(name);

    /// <summary>The contract's facts object: names to values.</summary>
    public JsonObject ToJson() => new(All.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value.DeepClone())));
}
