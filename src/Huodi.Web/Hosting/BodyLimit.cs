using Huodi.App.Documents;
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

    /// <summary>Bytes that the server takes of a body at most; beyond them it closes the connection.</summary>
    public static long MostTaken(DocumentLimit limit) => Math.Max(MostThrownAway, WithFiles(limit) + (WithFiles(limit) / 2));

    /// <summary>Bytes of a form that carries files: one as large as is allowed, and room so that a slightly larger one is told at its field.</summary>
    public static long WithFiles(DocumentLimit limit) => limit.Bytes + (8 * Usual);

    public static void UseBodyLimit(this IApplicationBuilder app, DocumentLimit limit) => app.Use((context, next) =>
    {
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<WithFile>() is null ? Usual : WithFiles(limit);
        if (context.Request.ContentLength > largest) throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);

        // One that does not state its length is cut off where it passes the limit.
        if (context.Request.ContentLength is null && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = largest;
        return next(context);
    });

    /// <summary>Lets the endpoint take a form with a file.</summary>
    public static TBuilder TakesFile<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new WithFile());

    /// <summary>That an endpoint takes a form with files.</summary>
    private sealed record WithFile;
}
