using Huodi.App.Assessments;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>A frozen run in memory, reduced to outcomes: what the map, the counts and the lists are made from.</summary>
/// <param name="Run">The run.</param>
/// <param name="Columns">Decisions in the order first met: package and article order.</param>
/// <param name="Subjects">All subjects, by kind and id.</param>
/// <param name="Missing">Missing facts, those that most answers wait for first.</param>
public sealed record RunIndex(
    AssessmentRun Run, IReadOnlyList<DecisionColumn> Columns, IReadOnlyList<IndexedSubject> Subjects, IReadOnlyList<MissingCount> Missing)
{
    private readonly Dictionary<(SubjectKind Kind, string Id), IndexedSubject> _byId = Subjects.ToDictionary(s => (s.Kind, s.Id));

    /// <summary>The subject, or null when the run did not judge it.</summary>
    public IndexedSubject? Find(SubjectKind kind, string id) => _byId.GetValueOrDefault((kind, id));

    /// <summary>Columns of one decision or of all decisions of an article; of everything for null; empty for an id the run does not know.</summary>
    public IReadOnlyList<int> ColumnsOf(string? decisionOrArticle) =>
    [
        .. Enumerable.Range(0, Columns.Count).Where(i =>
            decisionOrArticle is null || Columns[i].Decision == decisionOrArticle || Columns[i].Article == decisionOrArticle),
    ];

    /// <summary>How many answers of one column ended in an outcome.</summary>
    public int Count(int column, Outcome outcome) => Subjects.Count(s => column < s.Outcomes.Length && s.Outcomes[column] == outcome);
}
