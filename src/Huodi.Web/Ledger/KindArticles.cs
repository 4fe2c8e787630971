using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies;
using Huodi.Policies.Packages;

namespace Huodi.Web.Ledger;

/// <summary>The law behind a kind.</summary>
internal static class KindArticles
{
    /// <summary>The articles that a kind serves, with the id of their package, in the order declared.</summary>
    public static IReadOnlyList<(string Package, Article Article)> ArticlesOf(this PolicyLibrary policies, LedgerKind kind) =>
        [.. kind.Articles.SelectMany(id => policies.Packages.SelectMany(p => p.Articles.Where(a => a.Id == id).Select(a => (p.Id, a))).Take(1))];
}
