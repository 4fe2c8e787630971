using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Policies;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Assessments;

/// <summary>评估: frozen runs in figures, the subjects behind each figure, and the same as JSON.</summary>
internal static class AssessmentRoutes
{
    private const int PageSize = 50;

    public static void MapAssessments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assessment", Newest);
        app.MapGet("/runs/{number:long}", Show);
        app.MapGet("/runs/{number:long}/subjects", Subjects);
        app.MapGet("/api/runs/{number:long}/summary", Summary);
    }

    private static async Task<IResult> Newest(RunIndexes runs, ILandStore store, PolicyLibrary policies, CancellationToken cancellation) =>
        await runs.FindAsync(null, cancellation) is { } index
            ? Page.Of<RunPage>(await ViewAsync(index, store, policies, cancellation))
            : Page.Of<NoRunPage>("");

    private static async Task<Results<RazorComponentResult<RunPage>, NotFound>> Show(
        long number, RunIndexes runs, ILandStore store, PolicyLibrary policies, CancellationToken cancellation) =>
        await runs.FindAsync(number, cancellation) is { } index
            ? Page.Of<RunPage>(await ViewAsync(index, store, policies, cancellation))
            : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<SubjectListPage>, NotFound>> Subjects(
        long number, [AsParameters] SubjectFilter filter, RunIndexes runs, CancellationToken cancellation) =>
        await runs.FindAsync(number, cancellation) is { } index
            ? Page.Of<SubjectListPage>(new SubjectListView(
                index, filter, Pages.Cut<(IndexedSubject, TellingAnswer?)>([.. filter.Apply(index)], filter.Page, PageSize)))
            : TypedResults.NotFound();

    private static async Task<Results<JsonHttpResult<RunSummary>, ProblemHttpResult>> Summary(
        long number, RunIndexes runs, PolicyLibrary policies, CancellationToken cancellation) =>
        await runs.FindAsync(number, cancellation) is { } index
            ? TypedResults.Json(RunSummary.Of(index, policies), RunSummary.Json)
            : Problems.Problem(StatusCodes.Status404NotFound, "RUN_UNKNOWN", "没有这次评估", $"没有编号为 {number} 的评估。");

    private static async Task<RunView> ViewAsync(RunIndex index, ILandStore store, PolicyLibrary policies, CancellationToken cancellation)
    {
        var all = new List<AssessmentRun>();
        await foreach (var run in store.RunsAsync(cancellation)) all.Add(run);
        return new RunView(index, all, policies);
    }
}
