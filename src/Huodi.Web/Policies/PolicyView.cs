using Huodi.Policies.Cases;
using Huodi.Policies.Facts;
using Huodi.Policies.Packages;

namespace Huodi.Web.Policies;

/// <summary>One package: the law, what it computes, and how its cases came out.</summary>
public sealed record PolicyView(PolicyPackage Package, DateOnly Today, IReadOnlyList<CaseResult> Cases, FactDictionary Dictionary)
{
    /// <summary>The cases of one article.</summary>
    public IEnumerable<CaseResult> CasesOf(Article article)
    {
        var decisions = article.Decisions.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return Cases.Where(c => decisions.Contains(c.Case.Decision));
    }

    /// <summary>The parameters of one article.</summary>
    public IEnumerable<Parameter> ParametersOf(Article article) => Package.Parameters.Where(p => p.ArticleId == article.Id);
}
