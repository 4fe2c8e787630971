using Huodi.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace Huodi.Web.Hosting;

/// <summary>
/// No page of another site makes this server write. Every request that may write must carry the token of a form of ours
/// (<c>&lt;AntiforgeryToken /&gt;</c>); below /api it must be JSON, which a form of another site cannot send.
/// </summary>
internal static class FormCheck
{
    /// <summary>Answered to a form without our token, or with one of another run of the server.</summary>
    public const int Expired = StatusCodes.Status400BadRequest;

    /// <summary>Keys live as long as the process: a form opened before a restart is asked for again.</summary>
    public static void AddFormCheck(this IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "huodi-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.SuppressXFrameOptionsHeader = true; // frame-ancestors in the content policy says it already.
        });
    }

    public static void UseFormCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || context.GetEndpoint() is null)
        {
            await next(context);
            return;
        }

        if (request.Path.StartsWithSegments("/api"))
        {
            if (request.HasJsonContentType()) await next(context);
            else context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (await IsOursAsync(antiforgery, context)) await next(context);
        else await ExplainAsync(context);
    });

    private static Task ExplainAsync(HttpContext context) => Page.Of<ProblemPage>(
        new ProblemView(
            Expired,
            "页面已过期，没有登记",
            "这个表单不是从本系统刚打开的页面提交的，或者打开以后系统重新启动过。请用浏览器的“后退”回到表单（填写的内容一般还在），刷新后再提交。",
            Problems.TraceId(context)),
        Expired).ExecuteAsync(context);

    private static async Task<bool> IsOursAsync(IAntiforgery antiforgery, HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException("The form cannot be read."); // Too many or too long fields, or broken multipart.
        }
    }
}
