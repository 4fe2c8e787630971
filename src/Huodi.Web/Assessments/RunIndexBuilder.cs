using Huodi.App.Assessments;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>Reads a frozen run once and reduces it.</summary>
internal sealed class RunIndexBuilder(AssessmentRun run)
{
    private static readonly Dictionary<string, Outcome> ByCode = OutcomeNames.All.ToDictionary(o => o.Code(), StringComparer.Ordinal);

    private readonly List<DecisionColumn> _columns = [];
    private readonly Dictionary<string, int> _columnOf = new(StringComparer.Ordinal);
    private readonly List<IndexedSubject> _subjects = [];
    private readonly Dictionary<string, (int Answers, int Alone, int Subjects)> _missing = new(StringComparer.Ordinal);

    /// <summary>Takes one subject.</summary>
    public void Add(SubjectAssessment subject)
    {
        var outcomes = new Outcome?[Math.Max(_columns.Count, subject.Verdicts.Count)];
        foreach (var line in subject.Verdicts)
        {
            var column = ColumnOf(line);
            if (column >= outcomes.Length) Array.Resize(ref outcomes, column + 1);
            outcomes[column] = ByCode.TryGetValue(line.Outcome, out var outcome)
                ? outcome
                : throw new InvalidDataException($"Run {run.Number} holds the unknown outcome {line.Outcome}.");
        }

        _subjects.Add(new IndexedSubject(subject.Kind, subject.Id, subject.Name, subject.Division, outcomes, CountMissing(subject)));
    }

    /// <summary>The index.</summary>
    public RunIndex Build() => new(
        run,
        _columns,
        _subjects,
        [
            .. _missing.Select(m => new MissingCount(m.Key, m.Value.Answers, m.Value.Alone, m.Value.Subjects))
                .OrderByDescending(m => m.Answers).ThenBy(m => m.Name, StringComparer.Ordinal),
        ]);

    private int ColumnOf(VerdictLine line)
    {
        if (_columnOf.TryGetValue(line.Decision, out var known)) return known;
        _columns.Add(new DecisionColumn(line.Decision, line.Article, line.Package));
        return _columnOf[line.Decision] = _columns.Count - 1;
    }

    private List<string> CountMissing(SubjectAssessment subject)
    {
        var names = new List<string>();
        foreach (var line in subject.Verdicts)
        {
            foreach (var name in line.Missing)
            {
                var (answers, alone, subjects) = _missing.GetValueOrDefault(name);
                var first = !names.Contains(name);
                if (first) names.Add(string.Intern(name));
                _missing[name] = (answers + 1, alone + (line.Missing.Count == 1 ? 1 : 0), subjects + (first ? 1 : 0));
            }
        }

        return names;
    }
}
