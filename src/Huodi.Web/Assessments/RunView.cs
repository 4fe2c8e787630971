using Huodi.App.Assessments;
using Huodi.Policies;
using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>A run in figures.</summary>
/// <param name="Index">The run.</param>
/// <param name="All">All runs, newest first.</param>
/// <param name="Policies">For titles of packages and articles and the offices that have a fact.</param>
public sealed record RunView(RunIndex Index, IReadOnlyList<AssessmentRun> All, PolicyLibrary Policies)
{
    /// <summary>Outcomes that occur with their number, in the order of the contract.</summary>
    public IReadOnlyList<(Outcome Outcome, int Count)> Outcomes =>
        [.. OutcomeNames.All.Select(o => (o, Count(Index.Summary.ByOutcome, o))).Where(o => o.Item2 > 0)];

    /// <summary>The number of one outcome in a list; 0 when it is not in it.</summary>
    public static int Count(IReadOnlyList<KeyValuePair<string, int>> counts, Outcome outcome) =>
        counts.Where(c => c.Key == outcome.Code()).Select(c => c.Value).FirstOrDefault();

    /// <summary>Title of a package; its id when the text is no longer there.</summary>
    public string PackageTitle(string id) => Policies.Packages.FirstOrDefault(p => p.Id == id)?.Title ?? id;

    /// <summary>Number and title of an article; its id when the text is no longer there.</summary>
    public string ArticleName(DecisionCounts decision)
    {
        var article = Policies.Packages.FirstOrDefault(p => p.Id == decision.Package)?.Articles.FirstOrDefault(a => a.Id == decision.Article);
        return article is null ? decision.Article : $"{article.Number} {article.Title}".Trim();
    }

    /// <summary>Who has a fact or sets a parameter; empty when nobody is named.</summary>
    public string OfficeOf(string name) =>
        Policies.Dictionary.Find(name)?.Department
        ?? Policies.Packages.SelectMany(p => p.Parameters).FirstOrDefault(p => p.Name == name)?.Office
        ?? "";
}
