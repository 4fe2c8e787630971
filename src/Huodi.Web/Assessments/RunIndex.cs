using Huodi.App.Assessments;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>A frozen run in memory, reduced to outcomes: what the map, the counts and the lists are made from.</summary>
/// <param name="Run">The run.</param>
/// <param name="Columns">Decisions in the order first met: package and article order.</param>
/// <param name="Subjects">All subjects, by kind and id.</param>
/// <param name="Summary">The run in figures.</param>
public sealed record RunIndex(
    AssessmentRun Run, IReadOnlyList<DecisionColumn> Columns, IReadOnlyList<IndexedSubject> Subjects, AssessmentSummary Summary)
{
    private readonly Dictionary<(SubjectKind Kind, string Id), IndexedSubject> _byId = Subjects.ToDictionary(s => (s.Kind, s.Id));

    /// <summary>The subject, or null when the run did not judge it.</summary>
    public IndexedSubject? Find(SubjectKind kind, string id) => _byId.GetValueOrDefault((kind, id));

    /// <summary>Columns of one decision or of all decisions of an article; of everything for null; empty for an id the run does not know.</summary>
    public IReadOnlyList<int> ColumnsOf(string? decisionOrArticle) =>
    [
        .. Enumerable.Range(0, Columns.Count).Where(i => decisionOrArticle is null || Columns[i].Is(decisionOrArticle)),
    ];

    /// <summary>The answer that stands for a subject among some columns; null when none of them governs there.</summary>
    public TellingAnswer? Telling(IndexedSubject? subject, IReadOnlyList<int> columns)
    {
        if (subject is null) return null;
        var same = new List<string>();
        Outcome? best = null;
        foreach (var column in columns)
        {
            if (subject.In(column) is not { } outcome) continue;
            if (best is { } known && TellingOrder.Rank(outcome) > TellingOrder.Rank(known)) continue;
            if (outcome != best) same.Clear();
            best = outcome;
            same.Add(Columns[column].Name);
        }

        return best is { } found ? new TellingAnswer(found, same) : null;
    }
}
