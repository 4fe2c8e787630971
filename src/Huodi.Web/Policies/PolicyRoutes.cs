using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Explaining;
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
        app.MapGet("/policies/{package}/cases/{number:int}", ShowCase);
    }

    private static RazorComponentResult<PolicyListPage> List(PolicyLibrary policies, LegalCalendar calendar) =>
        Page.Of<PolicyListPage>(new PolicyListView(calendar.Today, policies.Packages));

    private static Results<RazorComponentResult<PolicyPage>, NotFound> Show(
        string package, PolicyLibrary policies, WorkedCases cases, LegalCalendar calendar) =>
        policies.Packages.FirstOrDefault(p => p.Id == package) is { } found
            ? Page.Of<PolicyPage>(new PolicyView(found, calendar.Today, cases.Of(found), policies))
            : TypedResults.NotFound();

    private static Results<RazorComponentResult<CasePage>, NotFound> ShowCase(string package, int number, PolicyLibrary policies, WorkedCases cases)
    {
        if (policies.Packages.FirstOrDefault(p => p.Id == package) is not { } found) return TypedResults.NotFound();
        if (cases.Of(found).ElementAtOrDefault(number - 1) is not { Answer.ArticleId.Length: > 0 } result) return TypedResults.NotFound();
        var question = new Question(result.Case.AsOf, Hypothetical: result.Case.Hypothetical);
        return Page.Of<CasePage>(new CaseView(result, Explanation.Of(policies, result.Answer, result.Case.Facts, question), policies.Dictionary));
    }
}
