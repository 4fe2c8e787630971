using System.Net;
using System.Text.RegularExpressions;

namespace Huodi.Web.Tests.Fixture;

/// <summary>Reads pages as a reader sees them.</summary>
internal static partial class Html
{
    /// <summary>The text of a page: no tags, entities read, white space folded.</summary>
    public static string Text(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();

    /// <summary>Every address a page links to or loads.</summary>
    public static IReadOnlyList<string> Addresses(string html) => [.. Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    public static async Task<string> PageAsync(this HttpClient http, string address)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Links();
}
