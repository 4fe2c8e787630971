using System.Globalization;
using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Warnings;
using Huodi.Web.Hosting;

namespace Huodi.Web.Warnings;

/// <summary><c>/api/warnings</c>: the list, one with its history, and acting on one.</summary>
internal static class WarningApi
{
    private const int PageSize = 200;

    public static void MapWarningApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/warnings", ListAsync);
        app.MapGet("/api/warnings/{number:long}", OneAsync);
        app.MapPost("/api/warnings/{number:long}", ActAsync);
    }

    private static async Task<IResult> ListAsync([AsParameters] WarningQuery query, ILandStore store, CancellationToken cancellation)
    {
        var (filter, fault) = query.Read();
        if (filter is null) return Problems.Problem(400, "QUERY", "筛选条件看不懂", fault);
        var counts = await store.Warnings.CountAsync(filter, cancellation);
        var rows = await store.Warnings.ListAsync(filter, (Math.Max(1, query.Page ?? 1) - 1L) * PageSize, PageSize, cancellation).Select(w => Json(w)).ToListAsync(cancellation);
        return TypedResults.Ok(new { total = counts.Sum(c => c.Count), pageSize = PageSize, counts, warnings = rows });
    }

    private static async Task<IResult> OneAsync(long number, ILandStore store, CancellationToken cancellation) =>
        await store.Warnings.FindAsync(number, cancellation) is { } warning
            ? TypedResults.Ok(new { warning = Json(warning), history = await store.Warnings.HistoryAsync(number, cancellation).Select(Json).ToListAsync(cancellation) })
            : Problems.Problem(404, "WARNING_UNKNOWN", "没有这项预警", $"没有第 {number} 号预警。");

    private static async Task<IResult> ActAsync(long number, WarningRequest request, ILandStore store, CancellationToken cancellation)
    {
        try
        {
            return TypedResults.Ok(Json(await new ActOnWarning(store).ActAsync(number, request.Version, request.ToAct(), [], cancellation)));
        }
        catch (DomainException wrong)
        {
            return Problems.Problem(422, wrong.Code, "没有记下", wrong.Message);
        }
        catch (StoreException refused) when (refused.Code is "WARNING_UNKNOWN" or "WARNING_CHANGED")
        {
            return Problems.Problem(refused.Code == "WARNING_UNKNOWN" ? 404 : 409, refused.Code, "没有记下", refused.Message);
        }
    }

    private static object Json(Warning warning) => new
    {
        number = warning.Number,
        version = warning.Version,
        status = WarningCodes.Code(warning.Status),
        isOpen = warning.IsOpen,
        level = warning.Notice.Identity.Level,
        subject = warning.Notice.Identity.Subject.ToString(),
        rule = warning.Notice.Identity.Rule,
        matter = warning.Notice.Matter,
        due = warning.Notice.Due,
        missing = warning.Notice.Due is null ? warning.Notice.Identity.Term.Split('、') : [],
        division = warning.Notice.Place?.Digits,
        articles = warning.Notice.Articles,
        responsible = warning.Notice.Responsible,
        office = warning.Office,
        person = warning.Person,
        text = warning.Notice.Text,
        givenFor = warning.GivenFor,
        url = WarningLinks.Of(warning.Number),
    };

    private static object Json(WarningEvent happened) => new
    {
        version = happened.Version,
        action = WarningCodes.Code(happened.Act.Action),
        moment = happened.Moment.ToString("O", CultureInfo.InvariantCulture),
        by = happened.Act.By,
        reason = happened.Act.Reason,
        office = happened.Act.Office,
        person = happened.Act.Person,
        document = happened.Act.Document is { } document ? new { name = document.Name, sha256 = document.Hash } : null,
        entry = happened.Act.Entry,
        run = happened.Run,
    };
}
