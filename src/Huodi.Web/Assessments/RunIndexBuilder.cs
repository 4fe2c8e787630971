using System.Runtime.CompilerServices;
using Huodi.App.Assessments;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>Reads a frozen run once and reduces it.</summary>
internal sealed class RunIndexBuilder
{
    private static readonly Dictionary<string, Outcome> ByCode = OutcomeNames.All.ToDictionary(o => o.Code(), StringComparer.Ordinal);

    private readonly List<DecisionColumn> _columns = [];
    private readonly Dictionary<string, int> _columnOf = new(StringComparer.Ordinal);
    private readonly List<IndexedSubject> _subjects = [];

    private RunIndexBuilder()
    {
    }

    /// <summary>The index of a run and its subjects.</summary>
    public static async Task<RunIndex> BuildAsync(AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        var builder = new RunIndexBuilder();
        var summary = await AssessmentSummary.OfAsync(builder.Watch(subjects, cancellation), cancellation);
        return new RunIndex(run, builder._columns, builder._subjects, summary);
    }

    private async IAsyncEnumerable<SubjectAssessment> Watch(
        IAsyncEnumerable<SubjectAssessment> subjects, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            Add(subject);
            yield return subject;
        }
    }

    private void Add(SubjectAssessment subject)
    {
        var outcomes = new Outcome?[Math.Max(_columns.Count, subject.Verdicts.Count)];
        foreach (var line in subject.Verdicts)
        {
            var column = ColumnOf(line);
            if (column >= outcomes.Length) Array.Resize(ref outcomes, column + 1);
            outcomes[column] = ByCode.TryGetValue(line.Outcome, out var outcome)
                ? outcome
                : throw new InvalidDataException($"The run holds the unknown outcome {line.Outcome}.");
        }

        _subjects.Add(new IndexedSubject(
            subject.Kind, subject.Id, subject.Name, subject.Division, outcomes, [.. subject.Verdicts.SelectMany(v => v.Missing).Distinct(StringComparer.Ordinal)]));
    }

    private int ColumnOf(VerdictLine line)
    {
        if (_columnOf.TryGetValue(line.Decision, out var known)) return known;
        _columns.Add(new DecisionColumn(line.Decision, line.Article, line.Package));
        return _columnOf[line.Decision] = _columns.Count - 1;
    }
}
