using System.Text.Json;
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
    private readonly Dictionary<string, (JsonEncodedText Name, JsonEncodedText Value)> _written = new(StringComparer.Ordinal);
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

    /// <summary>A recorded fact as receipts write it, or null.</summary>
    public (JsonEncodedText Name, JsonEncodedText Value)? Written(string name)
    {
        if (!_recorded.TryGetValue(name, out var value)) return null;
        if (!_written.TryGetValue(name, out var text)) _written[name] = text = (Receipts.Encode(name), Receipts.Encode(value.ToString()));
        return text;
    }

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
        var implications = _dictionary.Implications(definition.Name);
        if (implications.Count == 0) return recorded is not null ? Answer.Of(recorded) : Answer.NeedsFacts(definition.AskFor);
        var answer = ImplicationLogic.Answer(definition, recorded, implications, i => Implied(implications[i]), out var against);
        if (against is not null) Contradictions.Add((definition.Name, against));
        return answer;
    }

    /// <summary>What an implication says, or null where it says nothing.</summary>
    private FeelValue? Implied(CompiledImplication implication)
    {
        if (!Get(implication.Known).IsDecided) return null;
        if (implication.When is { } when && !when.Evaluate(this).IsTrue()) return null;
        return implication.Then.Evaluate(this).TryGetValue(out var then) ? then : null;
    }
}
