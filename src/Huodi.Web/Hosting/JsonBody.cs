using System.Text.Json;

namespace Huodi.Web.Hosting;

/// <summary>Reads the body of a request to the interface.</summary>
internal static class JsonBody
{
    /// <summary>The body; null for JSON's null.</summary>
    /// <exception cref="JsonException">It is not the JSON asked for. A name that an object has twice throws something else inside a free-form object, and is told the same way.</exception>
    public static async Task<T?> ReadAsync<T>(HttpRequest http, JsonSerializerOptions options, CancellationToken cancellation)
    {
        try
        {
            return await http.ReadFromJsonAsync<T>(options, cancellation);
        }
        catch (ArgumentException twice)
        {
            throw new JsonException("一个名称在同一个对象里写了两次。", twice);
        }
    }
}
