using Huodi.App.Assessments;
using Huodi.Domain.Facts;
using Huodi.Policies;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>A run in figures.</summary>
/// <param name="Index">The run.</param>
/// <param name="All">All runs, newest first.</param>
/// <param name="Policies">For titles of packages and articles and the offices that have a fact.</param>
public sealed record RunView(RunIndex Index, IReadOnlyList<AssessmentRun> All, PolicyLibrary Policies)
{
    /// <summary>How many subjects of a kind were judged.</summary>
    public int Judged(SubjectKind kind) => Index.Subjects.Count(s => s.Kind == kind);

    /// <summary>How many answers ended in an outcome.</summary>
    public int Answers(Outcome outcome) => Index.Subjects.Sum(s => s.Outcomes.Count(o => o == outcome));

    /// <summary>Outcomes that occur, in the order of the contract.</summary>
    public IReadOnlyList<Outcome> Outcomes => [.. OutcomeNames.All.Where(o => Answers(o) > 0)];

    /// <summary>Title of a package; its id when the text is no longer there.</summary>
    public string PackageTitle(string id) => Policies.Packages.FirstOrDefault(p => p.Id == id)?.Title ?? id;

    /// <summary>Number and title of an article; its id when the text is no longer there.</summary>
    public string ArticleName(DecisionColumn column)
    {
        var article = Policies.Packages.FirstOrDefault(p => p.Id == column.Package)?.Articles.FirstOrDefault(a => a.Id == column.Article);
        return article is null ? column.Article : $"{article.Number} {article.Title}".Trim();
    }

    /// <summary>Who has a fact; empty when the dictionary does not know it, as with a parameter of the law.</summary>
    public string OfficeOf(string fact) => Policies.Dictionary.Find(fact)?.Department ?? "";
}
