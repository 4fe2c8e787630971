using System.Text.Json;

namespace Huodi.Web.Hosting;

/// <summary>Reads the body of a request to the interface.</summary>
internal static class JsonBody
{
    /// <summary>The body; null for JSON's null.</summary>
    /// <exception cref="JsonException">It is not the JSON asked for. A name that an object has twice throws something else inside a free-form object, and is told the same way.</exception>
    /// <exception cref="BadHttpRequestException">It is in an encoding that is not read.</exception>
    public static async Task<T?> ReadAsync<T>(HttpRequest http, JsonSerializerOptions options, CancellationToken cancellation)
    {
        try
        {
            return await http.ReadFromJsonAsync<T>(options, cancellation);
        }
        catch (ArgumentException twice)
        {
            throw new JsonException("Duplicate property", twice);
        }
        catch (InvalidOperationException charset) when (charset.InnerException is ArgumentException)
        {
            throw new BadHttpRequestException("The charset is not supported.", StatusCodes.Status415UnsupportedMediaType, charset);
        }
    }

    /// <summary>What is wrong with it and where, in words for whoever wrote it.</summary>
    public static string Explain(JsonException broken)
    {
        var place = broken.LineNumber is { } line ? FormattableString.Invariant($"第 {line + 1} 行第 {(broken.BytePositionInLine ?? 0) + 1} 个字节") : "";
        var path = broken.Path is { Length: > 1 } known ? known : "";
        var where = string.Join("，", new[] { place, path }.Where(w => w.Length > 0));
        return $"请求不是要求的 JSON{(where.Length > 0 ? $"（{where}）" : "")}：{Reason(broken.Message)}。";
    }

    // The reader tells its reasons in English only; one that is not known here is told as what it comes to.
    private static string Reason(string message) => message switch
    {
        _ when message.StartsWith("Duplicate", StringComparison.Ordinal) => $"同一个对象里把一个名称写了两次{Named(message)}",
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => $"没有这个名称{Named(message)}",
        _ when message.Contains("depth of", StringComparison.Ordinal) => "括号套得太深",
        _ when message.Contains("does not contain any JSON", StringComparison.Ordinal) => "没有内容",
        _ when message.Contains("Expected depth to be zero", StringComparison.Ordinal) => "没有写完，少了括号",
        _ when message.Contains("could not be converted", StringComparison.Ordinal) => "类型不对",
        _ => "写法不对",
    };

    private static string Named(string message) =>
        message.Split('\'') is [_, var name, ..] ? $"：{name}" : "";
}
