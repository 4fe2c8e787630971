using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;

namespace Huodi.Web.Documents;

/// <summary><c>/documents/{sha256}</c>: a kept file, to be saved and never shown by the browser.</summary>
internal static class DocumentRoutes
{
    private const string Bytes = "application/octet-stream";

    public static string Link(string hash) => $"/documents/{hash}";

    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet("/documents/{hash:regex(^[0-9a-f]{{64}}$)}", ReadAsync);

    private static async Task<IResult> ReadAsync(string hash, ILandStore store, HttpContext http, CancellationToken cancellation)
    {
        try
        {
            if (await new ReadDocument(store.Documents).OpenAsync(hash, cancellation) is not var (document, content)) return TypedResults.NotFound();
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox"; // Should a browser show it all the same, nothing in it runs.
            http.Response.ContentLength = document.File.Size;
            return TypedResults.Stream(content, Bytes, document.File.Name);
        }
        catch (StoreException changed) when (changed.Code == "DOCUMENT_CHANGED")
        {
            const int Status = StatusCodes.Status500InternalServerError;
            return Page.Of<ProblemPage>(new ProblemView(Status, "文件与存入时不符，没有给出", changed.Message, Problems.TraceId(http)), Status);
        }
    }
}
