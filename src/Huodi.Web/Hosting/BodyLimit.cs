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
    public const long MostThrownAway = 48 << 20;

    /// <summary>Bytes of a body where nothing else is said.</summary>
    public const long Usual = 1 << 20;

    /// <summary>Bytes of a form that carries a file.</summary>
    public const long WithFile = 20 << 20;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<BodySize>()?.Most ?? Usual;
        if (context.Request.ContentLength > largest) throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);

        // One that does not state its length is cut off where it passes the limit.
        if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;
        return next(context);
    });

    /// <summary>Lets the endpoint take a form with a file.</summary>
    public static TBuilder TakesFile<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new BodySize(WithFile));

    /// <summary>Bytes of a body that an endpoint takes.</summary>
    private sealed record BodySize(long Most);
}
