using Huodi.Web.Hosting;
using Huodi.Web.Subjects;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Huodi.Web.Parcels;

/// <summary>宗地: the page of each, and the shapes for the map.</summary>
internal static class ParcelRoutes
{
    public static void MapParcels(this IEndpointRouteBuilder app)
    {
        app.MapGet("/parcels/{**id}", Show);
        app.MapGet("/api/parcels", ParcelShapes.SendAsync);
    }

    private static async Task<Results<RazorComponentResult<SubjectPage>, NotFound, BadRequest>> Show(
        string id, [FromQuery(Name = "as-of")] string? asOf, long? run, SubjectViews views, CancellationToken cancellation)
    {
        if (!AsOf.TryRead(asOf, out var day)) return TypedResults.BadRequest();
        return await views.ParcelAsync(id, run, day, cancellation) is { } view ? Page.Of<SubjectPage>(view) : TypedResults.NotFound();
    }
}
