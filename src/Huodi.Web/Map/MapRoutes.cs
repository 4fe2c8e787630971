using Huodi.Web.Assessments;
using Huodi.Web.Grants;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;

namespace Huodi.Web.Map;

/// <summary>地图: the page and the districts it is drawn on.</summary>
internal static class MapRoutes
{
    public static void MapMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", Show);
        app.MapGet("/api/districts", Districts);
        app.MapGet("/healthz", () => TypedResults.Text("ok"));
    }

    private static async Task<IResult> Show([AsParameters] MapFilter filter, RunIndexes runs, MapViews views, CancellationToken cancellation)
    {
        var index = await runs.FindAsync(filter.Run, cancellation);
        return filter.IsKnownTo(index, out _)
            ? Page.Of<MapPage>(await views.BuildAsync(filter, index, cancellation))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Districts(GrantLists grants, HttpResponse response, CancellationToken cancellation)
    {
        var districts = await grants.DistrictsAsync(cancellation);
        var all = await grants.AllAsync(districts, null, null, cancellation);
        var counts = all.Where(g => g.Place == GrantPlace.District).CountBy(g => g.Division).ToDictionary();
        await using var collection = new FeatureCollectionWriter(response);
        foreach (var district in districts)
        {
            collection.Feature(district.Code.Digits, district.Boundary, json =>
            {
                json.WriteString("code", district.Code.Digits);
                json.WriteString("name", district.Name);
                json.WriteNumber("grants", counts.GetValueOrDefault(district.Code));
                json.WriteString("url", Links.With("/", ("district", district.Code.Digits)));
                json.WriteString("grantsUrl", Links.With("/grants", ("district", district.Code.Digits), ("place", "district")));
            });
            await collection.FlushWhenFullAsync(cancellation);
        }

        await collection.EndAsync(cancellation);
        return Results.Empty;
    }
}
