using System.Text.Json.Nodes;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>The facts of one subject as expressions see them: recorded, implied by others, or missing.</summary>
internal sealed class SubjectFacts : IFacts
{
    /// <summary>Name under which expressions read the day of the question.</summary>
    public const string AsOfName = "截至日";

    private readonly CompiledDictionary _dictionary;
    private readonly Dictionary<string, FeelValue> _recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly FeelValue _asOf;

    /// <exception cref="FactsException">A name is not in the dictionary, or a value is not of its type.</exception>
    public SubjectFacts(CompiledDictionary dictionary, JsonObject facts, DateOnly asOf)
    {
        _dictionary = dictionary;
        _asOf = FeelValue.Of(asOf);
        foreach (var (name, value) in facts)
        {
            var definition = dictionary.Source.Find(name)
                ?? throw new FactsException("FACT_UNKNOWN", name, $"词典里没有事实“{name}”。", Loading.Nearest.Hint(name, dictionary.Source.Names));
            if (value is not null) _recorded[name] = FactValues.Read(value, definition);
        }
    }

    /// <summary>Facts that were read and checked before.</summary>
    public SubjectFacts(CompiledDictionary dictionary, IEnumerable<KeyValuePair<string, FeelValue>> facts, DateOnly asOf)
    {
        (_dictionary, _asOf) = (dictionary, FeelValue.Of(asOf));
        foreach (var (name, value) in facts) _recorded.Add(name, value);
    }

    /// <summary>Pairs of facts that contradict each other and were therefore both taken as unknown.</summary>
    public HashSet<(string Fact, string By)> Contradictions { get; } = [];

    public FeelValue? Recorded(string name) => _recorded.GetValueOrDefault(name);

    public bool Knows(string name) => _dictionary.Source.Find(name) is not null;

    public Answer Get(string name)
    {
        if (name == AsOfName) return Answer.Of(_asOf);
        if (_answers.TryGetValue(name, out var known)) return known;
        var definition = _dictionary.Source.Find(name) ?? throw new InvalidOperationException($"No fact “{name}”.");
        _answers[name] = _recorded.TryGetValue(name, out var recorded) ? Answer.Of(recorded) : Answer.NeedsFacts(definition.AskFor);
        return _answers[name] = Work(definition, recorded);
    }

    private Answer Work(FactDefinition definition, FeelValue? recorded)
    {
        foreach (var implication in _dictionary.Implications(definition.Name))
        {
            if (!Get(implication.Known).IsDecided) continue;
            if (implication.When is { } when && !when.Evaluate(this).IsTrue()) continue;
            var then = implication.Then.Evaluate(this);
            if (!then.IsDecided) continue;
            if (recorded is null) return then;
            if (then.Value.Equals(recorded)) break;
            Contradictions.Add((definition.Name, implication.Known));
            return Answer.NeedsFacts([definition.Name, implication.Known]);
        }

        return recorded is not null ? Answer.Of(recorded) : Answer.NeedsFacts(definition.AskFor);
    }
}
