using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Hosting;

/// <summary>A page rendered on the server from a model that is complete before rendering begins.</summary>
internal static class Page
{
    public static RazorComponentResult<T> Of<T>(object model, int status = StatusCodes.Status200OK)
        where T : IComponent => new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status };
}
