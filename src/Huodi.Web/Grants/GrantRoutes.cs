using Huodi.Web.Assessments;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Huodi.Web.Map;
using Huodi.Web.Subjects;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Huodi.Web.Grants;

/// <summary>供地结果: the list and the page of each.</summary>
internal static class GrantRoutes
{
    private const int PageSize = 50;

    public static void MapGrants(this IEndpointRouteBuilder app)
    {
        app.MapGet("/grants", List);
        app.MapGet("/grants/{**number}", Show);
    }

    private static async Task<RazorComponentResult<GrantListPage>> List(
        string? district, string? place, int? page, GrantLists grants, RunIndexes runs, CancellationToken cancellation)
    {
        var run = await runs.FindAsync(null, cancellation);
        var districts = await grants.DistrictsAsync(cancellation);
        var all = await grants.AllAsync(districts, run, new MapFilter(null, null, null, null, null).DecisionIn(run), cancellation);
        var wanted = GrantPlaces.Parse(place);
        var rows = all.Where(g => (wanted is null || g.Place == wanted) && (string.IsNullOrEmpty(district) || g.Division.Digits == district));
        return Page.Of<GrantListPage>(new GrantListView(
            district,
            wanted,
            [.. districts.Select(d => (d.Code.Digits, d.Name))],
            all.GroupBy(g => g.Place).ToDictionary(g => g.Key, g => g.Count()),
            Pages.Cut<GrantRow>([.. rows], page, PageSize),
            run?.Run));
    }

    private static async Task<Results<RazorComponentResult<SubjectPage>, NotFound, BadRequest>> Show(
        string number, [FromQuery(Name = "as-of")] string? asOf, long? run, SubjectViews views, CancellationToken cancellation)
    {
        if (!AsOf.TryRead(asOf, out var day)) return TypedResults.BadRequest();
        return await views.GrantAsync(number, run, day, cancellation) is { } view ? Page.Of<SubjectPage>(view) : TypedResults.NotFound();
    }
}
