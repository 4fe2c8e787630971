using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Hosting;

/// <summary><c>/assets/{version}/{name}</c>.</summary>
internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{version}/{**name}", Send);

    private static Results<FileContentHttpResult, NotFound> Send(string version, string? name, HttpResponse response)
    {
        if (name is null || WebAssets.Find(name) is not { } bytes) return TypedResults.NotFound();
        response.Headers.CacheControl = version == WebAssets.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(bytes, WebAssets.MediaType(name));
    }
}
