using Huodi.Policies;
using Huodi.Web.Evaluation;
using Huodi.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Policies;

/// <summary>政策: the list, and each package with its articles.</summary>
internal static class PolicyRoutes
{
    public static void MapPolicies(this IEndpointRouteBuilder app)
    {
        app.MapGet("/policies", List);
        app.MapGet("/policies/{package}", Show);
    }

    private static RazorComponentResult<PolicyListPage> List(PolicyLibrary policies, LegalCalendar calendar) =>
        Page.Of<PolicyListPage>(new PolicyListView(calendar.Today, policies.Packages));

    private static Results<RazorComponentResult<PolicyPage>, NotFound> Show(
        string package, PolicyLibrary policies, WorkedCases cases, LegalCalendar calendar) =>
        policies.Packages.FirstOrDefault(p => p.Id == package) is { } found
            ? Page.Of<PolicyPage>(new PolicyView(found, calendar.Today, cases.Of(found), policies.Dictionary))
            : TypedResults.NotFound();
}
