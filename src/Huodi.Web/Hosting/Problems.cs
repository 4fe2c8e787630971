using System.Diagnostics;
using Huodi.Web.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Hosting;

/// <summary>What is sent when there is no answer: RFC 9457 problem details with <c>code</c> and <c>traceId</c> below /api, a Chinese page elsewhere.</summary>
internal static class Problems
{
    public static void AddProblems(this IServiceCollection services) => services.AddProblemDetails(o => o.CustomizeProblemDetails = context =>
    {
        var extensions = context.ProblemDetails.Extensions;
        extensions["traceId"] = TraceId(context.HttpContext);
        _ = extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status ?? StatusCodes.Status500InternalServerError));
    });

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Fail, SuppressDiagnosticsCallback = IsCallersFault });
        app.UseStatusCodePages(context => Explain(context.HttpContext));
    }

    /// <summary>A problem the caller can mend.</summary>
    public static ProblemHttpResult Problem(int status, string code, string title, string detail, string? suggestion = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (suggestion is not null) extensions["suggestion"] = suggestion;
        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions);
    }

    private static Task Fail(HttpContext context)
    {
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad) context.Response.StatusCode = bad.StatusCode;
        return Explain(context);
    }

    private static bool IsCallersFault(ExceptionHandlerSuppressDiagnosticsContext context) => context.Exception is BadHttpRequestException;

    private static Task Explain(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (context.Request.Path.StartsWithSegments("/api"))
            return Problem(status, CodeOf(status), Titles.Of(status), Titles.Advice(status)).ExecuteAsync(context);

        return Page.Of<ProblemPage>(new ProblemView(status, Titles.Of(status), Titles.Advice(status), TraceId(context)), status)
            .ExecuteAsync(context);
    }

    /// <summary>For the administrator.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NOT_FOUND",
        StatusCodes.Status405MethodNotAllowed => "METHOD_NOT_ALLOWED",
        StatusCodes.Status413PayloadTooLarge => "REQUEST_TOO_LARGE",
        StatusCodes.Status415UnsupportedMediaType => "MEDIA_TYPE",
        >= 400 and < 500 => "REQUEST",
        _ => "INTERNAL",
    };
}
