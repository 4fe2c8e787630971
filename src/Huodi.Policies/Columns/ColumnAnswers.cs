using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns;

/// <summary>The answers of a block, subject by subject, as <see cref="PolicyLibrary.Evaluate"/> gives them, but without reasons, notes,
/// conflicts and receipt. What subjects are told alike is one object. Used by one thread.</summary>
public sealed class ColumnAnswers
{
    private readonly PolicyLibrary _library;
    private readonly Question _question;
    private readonly Dictionary<(string Decision, AnswerClass Class), PolicyAnswer> _known = new(SameObject.Instance);
    private readonly Dictionary<string, AnswerColumn> _columns = new(StringComparer.Ordinal);
    private FactBlock? _facts;

    /// <summary>Answers to one question.</summary>
    /// <param name="library">The library that judged.</param>
    /// <param name="question">The question it was asked.</param>
    public ColumnAnswers(PolicyLibrary library, Question question) => (_library, _question) = (library, question);

    /// <summary>Takes a block in place of the one before.</summary>
    public void Take(AnswerBlock block)
    {
        _facts = block.Facts;
        _columns.Clear();
        foreach (var column in block.Columns) _columns[column.Decision.Id] = column;
    }

    /// <summary>What a subject of the block is told. What the columns were not asked is worked out for the subject alone.</summary>
    /// <param name="row">The subject.</param>
    /// <param name="decision">Id of the decision.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="KeyNotFoundException">There is no such decision.</exception>
    public PolicyAnswer Of(int row, string decision, Question question)
    {
        if (question != _question || !_columns.TryGetValue(decision, out var column) || !column.IsAsked(row)) return Single(row, decision, question);
        var told = column[row];
        // Whose law it would be depends on the subject's own day.
        if (column.Decision.LegalFact is not null && question.LawAsOf is null) return Single(row, decision, question);
        if (told.Outcome == Outcome.Value && told.Value is null) return Write(decision, told, column.Value(row));
        if (!_known.TryGetValue((decision, told), out var answer)) _known[(decision, told)] = answer = Write(decision, told, told.Value);
        return answer;
    }

    private PolicyAnswer Write(string decision, AnswerClass told, FeelValue? value) =>
        AnswerWriter.Write(_library.Find(decision), told, value, _question.LawAsOf ?? _question.AsOf, _library.Dictionary);

    private PolicyAnswer Single(int row, string decision, Question question) =>
        _library.Evaluate(decision, (_facts ?? throw new InvalidOperationException("No block was taken.")).Facts(row), question);

    private sealed class SameObject : IEqualityComparer<(string Decision, AnswerClass Class)>
    {
        public static readonly SameObject Instance = new();

        public bool Equals((string Decision, AnswerClass Class) one, (string Decision, AnswerClass Class) other) =>
            ReferenceEquals(one.Class, other.Class) && one.Decision == other.Decision;

        public int GetHashCode((string Decision, AnswerClass Class) pair) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Class);
    }
}
