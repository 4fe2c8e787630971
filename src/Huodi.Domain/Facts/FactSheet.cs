using System.Text.Json.Nodes;

namespace Huodi.Domain.Facts;

/// <summary>The recorded facts of one subject, by dictionary name. A name that is not in it is unknown, never zero and never false.</summary>
public sealed class FactSheet
{
    /// <summary>Up to here a search through all is as quick as a dictionary, and a million parcels do without one each.</summary>
    private const int Few = 12;

    private readonly RecordedFact[] _all;
    private readonly Dictionary<string, RecordedFact>? _facts;

    /// <summary>Takes the facts in the order given.</summary>
    /// <exception cref="DomainException">FACT_TWICE: one name is given twice.</exception>
    public FactSheet(IEnumerable<RecordedFact> facts)
    {
        _all = [.. facts];
        if (_all.Length > Few) _facts = new(_all.Length, StringComparer.Ordinal);
        for (var n = 0; n < _all.Length; n++)
        {
            var fact = _all[n];
            if (_facts is null ? Search(fact.Name, n) is not null : !_facts.TryAdd(fact.Name, fact))
                throw new DomainException("FACT_TWICE", $"事实“{fact.Name}”给了两次。");
        }
    }

    /// <summary>A sheet with nothing known.</summary>
    public static FactSheet Empty { get; } = new([]);

    /// <summary>All facts, in the order recorded.</summary>
    public IReadOnlyList<RecordedFact> All => _all;

    /// <summary>The fact of that name, or null when unknown.</summary>
    public RecordedFact? Find(string name) => _facts is null ? Search(name, _all.Length) : _facts.GetValueOrDefault(name);

    /// <summary>The contract's facts object: names to values.</summary>
    public JsonObject ToJson() => new(All.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value.DeepClone())));

    private RecordedFact? Search(string name, int end)
    {
        for (var n = 0; n < end; n++)
        {
            if (string.Equals(_all[n].Name, name, StringComparison.Ordinal)) return _all[n];
        }

        return null;
    }
}
