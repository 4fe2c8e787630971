using Huodi.App.Cases;
using Huodi.Web.Layout;

namespace Huodi.Web.Cases;

/// <summary>One page of the cases of a store.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Query">What was asked for.</param>
/// <param name="Cases">Those of the page.</param>
/// <param name="Steps">Next steps of those that the other filters leave, with how many wait for each.</param>
/// <param name="Procedures">The procedures that there are cases of, id and name.</param>
public sealed record CaseListView(
    DateOnly AsOf,
    CaseQuery Query,
    Paging<CaseLine> Cases,
    IReadOnlyList<(string Step, int Count)> Steps,
    IReadOnlyList<(string Id, string Name)> Procedures);
