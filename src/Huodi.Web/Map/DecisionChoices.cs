using Huodi.Policies;
using Huodi.Policies.Packages;
using Huodi.Web.Assessments;

namespace Huodi.Web.Map;

/// <summary>The articles and decisions a run answered, by package, as choices of a list.</summary>
/// <param name="Package">Title of the package.</param>
/// <param name="Choices">Ids with the words to show.</param>
public sealed record DecisionChoices(string Package, IReadOnlyList<(string Id, string Words)> Choices)
{
    /// <summary>The choices a run offers.</summary>
    public static IReadOnlyList<DecisionChoices> Of(RunIndex? run, PolicyLibrary policies) =>
    [
        .. (run?.Columns ?? []).GroupBy(c => c.Package).Select(g =>
        {
            var package = policies.Packages.FirstOrDefault(p => p.Id == g.Key);
            return new DecisionChoices(package?.Title ?? g.Key, [.. g.GroupBy(c => c.Article).SelectMany(a => Article(package, a.Key, [.. a]))]);
        }),
    ];

    private static IEnumerable<(string Id, string Words)> Article(PolicyPackage? package, string id, IReadOnlyList<DecisionColumn> columns)
    {
        var article = package?.Articles.FirstOrDefault(a => a.Id == id);
        var name = article is null ? id : $"{article.Number} {article.Title}".Trim();
        if (columns.Count == 1) return [(columns[0].Decision, $"{name}{Name(columns[0].Decision)}")];
        return columns.Select(c => (c.Decision, $"{name}{Name(c.Decision)}")).Prepend((id, $"{name}（{columns.Count} 项合看）"));
    }

    private static string Name(string decision) =>
        decision.IndexOf('/', StringComparison.Ordinal) is > 0 and var at ? $"·{decision[(at + 1)..]}" : "";
}
