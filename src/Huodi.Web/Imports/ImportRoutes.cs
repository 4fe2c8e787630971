using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Formats.SupplyResults;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Imports;

/// <summary>导入: what was imported, what was refused and why, and the refused rows as a file to correct.</summary>
internal static class ImportRoutes
{
    private const int PageSize = 25;

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/imports", List);
        app.MapGet("/imports/{batch:long}", Show);
        app.MapGet("/imports/{batch:long}/refused.csv", Refused);
    }

    private static async Task<RazorComponentResult<ImportListPage>> List(ILandStore store, CancellationToken cancellation)
    {
        var all = new List<ImportReport>();
        await foreach (var report in store.ImportsAsync(cancellation)) all.Add(report);
        return Page.Of<ImportListPage>(new ImportListView(all));
    }

    private static async Task<Results<RazorComponentResult<ImportPage>, NotFound>> Show(
        long batch, int? page, ILandStore store, CancellationToken cancellation) =>
        await FindAsync(batch, store, cancellation) is { } report
            ? Page.Of<ImportPage>(new ImportView(
                report, await store.HeaderAsync(batch, cancellation), Pages.Cut<RefusedRow>(report.Refused, page, PageSize)))
            : TypedResults.NotFound();

    private static async Task<Results<PushStreamHttpResult, NotFound>> Refused(long batch, ILandStore store, CancellationToken cancellation)
    {
        if (await FindAsync(batch, store, cancellation) is null) return TypedResults.NotFound();
        var header = await store.HeaderAsync(batch, cancellation);
        if (header.Count == 0) return TypedResults.NotFound();
        return TypedResults.Stream(
            output => RefusedRowsExport.WriteAsync(store.RefusedAsync(batch, cancellation), header, output, cancellation),
            "text/csv; charset=utf-8",
            $"refused-{batch}.csv");
    }

    private static async Task<ImportReport?> FindAsync(long batch, ILandStore store, CancellationToken cancellation)
    {
        await foreach (var report in store.ImportsAsync(cancellation))
        {
            if (report.Batch == batch) return report;
        }

        return null;
    }
}
