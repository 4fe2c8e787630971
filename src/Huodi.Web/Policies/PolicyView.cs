using Huodi.Policies;
using Huodi.Policies.Cases;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;

namespace Huodi.Web.Policies;

/// <summary>One package: the law, what it computes, and how its cases came out.</summary>
public sealed record PolicyView(PolicyPackage Package, DateOnly Today, IReadOnlyList<CaseResult> Cases, PolicyLibrary Library)
{
    /// <summary>The cases of one article, each with its number in the package, from 1.</summary>
    public IEnumerable<(int Number, CaseResult Result)> CasesOf(Article article)
    {
        var decisions = article.Decisions.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return Cases.Select((c, i) => (i + 1, c)).Where(c => decisions.Contains(c.c.Case.Decision));
    }

    /// <summary>The fact dictionary.</summary>
    public FactDictionary Dictionary => Library.Dictionary;

    /// <summary>The address of the article another decision stands in.</summary>
    public string LinkTo(string decision)
    {
        var package = Library.Packages.First(p => p.Decisions.Any(d => d.Id == decision)); // A package with an unknown one is not used.
        return Layout.Links.Article(package.Id, package.Decisions.First(d => d.Id == decision).ArticleId);
    }

    /// <summary>The parameters of one article.</summary>
    public IEnumerable<Parameter> ParametersOf(Article article) => Package.Parameters.Where(p => p.ArticleId == article.Id);
}
