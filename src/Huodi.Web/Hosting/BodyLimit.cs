using Microsoft.AspNetCore.Http.Features;

namespace Huodi.Web.Hosting;

/// <summary>
/// Refuses a request body that is too large, in a way that the sender can hear: a server that closes the connection while the body is
/// still arriving resets it, and the answer is lost. So a body that states its length is refused before it is read, and what still
/// arrives of it is read and thrown away, up to <see cref="MostThrownAway"/>.
/// </summary>
internal static class BodyLimit
{
    /// <summary>Bytes of a body that are read at most to be thrown away; the server's own limit.</summary>
    public const long MostThrownAway = 16 << 20;

    private const long Largest = 1 << 20;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.ContentLength > Largest) throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);

        // One that does not state its length is cut off where it passes the limit.
        if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Largest;
        return next(context);
    });
}
