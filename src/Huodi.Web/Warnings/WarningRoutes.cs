using Huodi.App.Stores;
using Huodi.Domain.Warnings;
using Huodi.Formats.Warnings;
using Huodi.Web.Hosting;

namespace Huodi.Web.Warnings;

/// <summary>待办: warnings, what a person does about them, and the same as files and JSON.</summary>
internal static class WarningRoutes
{
    public static void MapWarnings(this IEndpointRouteBuilder app)
    {
        app.MapGet(WarningLinks.List, ([AsParameters] WarningQuery query, WarningPages pages, HttpRequest http, CancellationToken cancellation) =>
            pages.ListAsync(query, http, cancellation));
        app.MapPost(WarningLinks.List, ([AsParameters] WarningQuery query, WarningPages pages, HttpContext http, CancellationToken cancellation) =>
            pages.ActOnManyAsync(query, http, cancellation));
        app.MapGet("/warnings/{number:long}", (long number, string? @do, WarningPages pages, HttpRequest http, CancellationToken cancellation) =>
            pages.ShowAsync(number, @do, http, cancellation));
        app.MapPost("/warnings/{number:long}", (long number, string? @do, WarningPages pages, HttpContext http, CancellationToken cancellation) =>
            pages.ActAsync(number, @do, http, cancellation)).TakesFile();
        app.MapGet("/warnings/list.csv", ([AsParameters] WarningQuery query, ILandStore store, CancellationToken cancellation) =>
            FileAsync(query, store, "预警.csv", "text/csv; charset=utf-8", WarningTable.WriteCsvAsync, cancellation));
        app.MapGet("/warnings/list.xlsx", ([AsParameters] WarningQuery query, ILandStore store, CancellationToken cancellation) =>
            FileAsync(query, store, "预警.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WarningTable.WriteWorkbookAsync, cancellation));
        app.MapWarningApi();
    }

    /// <summary>Writes a file of its own, sends it, and removes it when it was sent.</summary>
    private static async Task<IResult> FileAsync(
        WarningQuery query,
        ILandStore store,
        string name,
        string type,
        Func<string, IAsyncEnumerable<Warning>, CancellationToken, Task> write,
        CancellationToken cancellation)
    {
        if (query.Read().Filter is not { } filter) return TypedResults.BadRequest();
        var path = Path.Combine(Path.GetTempPath(), $"huodi-{Path.GetRandomFileName()}");
        await write(path, store.Warnings.ListAsync(filter, 0, null, cancellation), cancellation);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return TypedResults.Stream(stream, type, name);
    }
}
