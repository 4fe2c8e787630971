using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>The answers that rows of a node share, by number. Number 0 is none of them: the row has a value of its own.</summary>
internal sealed class AnswerPool
{
    public const int Own = 0;

    private readonly Dictionary<FeelValue, int> _values = new(ExactValues.Instance);
    private readonly Dictionary<IReadOnlyList<string>, int> _missing = new(NameLists.Instance);
    private readonly List<Answer> _answers = [default];
    private int _true;
    private int _false;
    private int _failed;
    private IReadOnlyList<string>? _missed;
    private int _missedCode;

    /// <summary>One more than the greatest number.</summary>
    public int Count => _answers.Count;

    public Answer this[int code] => _answers[code];

    /// <summary>The number of an answer; 0 for a value that is new while there are already <paramref name="most"/> numbers. What went
    /// wrong in an error is not told apart: an answer in columns does not say it.</summary>
    public int Of(Answer answer, int most)
    {
        if (answer.TryGetValue(out var value))
        {
            // Truth values are two objects, and most answers.
            if (ReferenceEquals(value, FeelValue.True)) return _true > 0 ? _true : _true = Add(answer);
            if (ReferenceEquals(value, FeelValue.False)) return _false > 0 ? _false : _false = Add(answer);
            if (_values.TryGetValue(value, out var known)) return known;
            return Count >= most ? Own : _values[value] = Add(answer);
        }

        if (answer.Error is not null) return _failed > 0 ? _failed : _failed = Add(answer);
        var names = answer.Missing;
        if (ReferenceEquals(names, _missed)) return _missedCode;
        _missed = names;
        return _missedCode = _missing.TryGetValue(names, out var waiting) ? waiting : _missing[names] = Add(answer);
    }

    /// <summary>A new number for an answer that others may have too.</summary>
    public int Add(Answer answer)
    {
        _answers.Add(answer);
        return _answers.Count - 1;
    }
}
