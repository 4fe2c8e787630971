using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>What became of a decision. Its domain tells results apart that other decisions would read alike.</summary>
internal abstract class ResultNode(CompiledDecision decision, Node[] inputs) : FunctionNode(inputs)
{
    private readonly Dictionary<FeelValue, int> _values = new(ExactValues.Instance);
    private readonly Dictionary<Outcome, int> _plain = [];
    private readonly Dictionary<(Outcome, bool), Dictionary<IReadOnlyList<string>, int>> _open = [];
    private readonly List<DecisionResult> _results = [new(Outcome.Value, FeelValue.Null, [], null)];
    private AnswerClass[] _classes = [];

    private protected CompiledDecision Decision => decision;

    /// <summary>The result of a number; of number 0 only that it is a value.</summary>
    public DecisionResult Result(int code) => _results[code];

    /// <summary>The results as answers hold them, by number; a new list where there are more than last time.</summary>
    public IReadOnlyList<AnswerClass> Classes()
    {
        if (_classes.Length == _results.Count) return _classes;
        var classes = new AnswerClass[_results.Count];
        _classes.CopyTo(classes, 0);
        for (var i = _classes.Length; i < classes.Length; i++) classes[i] = i == AnswerPool.Own ? new(Outcome.Value, null, [], []) : AnswerWriter.Class(decision, _results[i]);
        return _classes = classes;
    }

    /// <summary>The number of a result, or 0 and its value as the row's own.</summary>
    private protected int Share(DecisionResult result, out FeelValue? own)
    {
        own = null;
        if (result.Outcome == Outcome.Value)
        {
            var value = result.Value ?? throw new InvalidOperationException("A value is there when the outcome says so.");
            if (_values.TryGetValue(value, out var known)) return known;
            if (Pool.Count >= MostOf(value)) own = value;
            return own is null ? _values[value] = Add(result) : AnswerPool.Own;
        }

        if (result.Missing.Count == 0 && result.Error is null) return _plain.TryGetValue(result.Outcome, out var plain) ? plain : _plain[result.Outcome] = Add(result);
        var kind = (result.Outcome, result.Error is not null);
        if (!_open.TryGetValue(kind, out var lists)) _open[kind] = lists = new(NameLists.Instance);
        return lists.TryGetValue(result.Missing, out var open) ? open : lists[result.Missing] = Add(result);
    }

    private int Add(DecisionResult result)
    {
        _results.Add(result);
        return Pool.Add(result.AsAnswer());
    }
}
