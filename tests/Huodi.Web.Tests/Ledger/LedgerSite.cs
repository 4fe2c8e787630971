using System.Net;
using System.Text.RegularExpressions;
using Huodi.Testing;
using Huodi.Web.Tests.Fixture;
using Microsoft.AspNetCore.Builder;

namespace Huodi.Web.Tests.Ledger;

/// <summary>A site of a test's own, with an empty ledger, used as a browser uses it: it keeps cookies and sends what the form holds.</summary>
internal sealed partial class LedgerSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private LedgerSite(InMemoryLandStore store, WebApplication app, HttpClient http) => (Store, _app, _http) = (store, app, http);

    public InMemoryLandStore Store { get; }

    public HttpClient Http => _http;

    public static async Task<LedgerSite> StartAsync(TimeProvider? clock = null)
    {
        var store = new InMemoryLandStore(clock);
        var (app, http) = await RunningWeb.StartAsync(store, clock);
        return new(store, app, http);
    }

    public async Task<Sent> GetAsync(string address) => await ReadAsync(await _http.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends the last form of a page: what its inputs hold, and over it what is filled in.</summary>
    public Task<Sent> SubmitAsync(Sent page, string act, params ReadOnlySpan<(string Name, string Value)> filled)
    {
        var fields = Held(page.Html);
        fields["do"] = act;
        foreach (var (name, value) in filled) fields[name] = value;
        return PostAsync(page.Action, fields);
    }

    public async Task<Sent> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        return await ReadAsync(await _http.PostAsync(new Uri(address, UriKind.Relative), body));
    }

    public async Task<Sent> PostFileAsync(Sent page, IReadOnlyDictionary<string, string> filled, string name, byte[] content, string input = "file")
    {
        using var body = new MultipartFormDataContent();
        var fields = Held(page.Html);
        foreach (var (key, value) in filled) fields[key] = value;
        foreach (var (key, value) in fields) body.Add(new StringContent(value), $"\"{key}\"");
        var file = new ByteArrayContent(content);
        file.Headers.ContentDisposition = new("form-data") { Name = $"\"{input}\"", FileNameStar = name };
        body.Add(file);
        return await ReadAsync(await _http.PostAsync(new Uri(page.Action, UriKind.Relative), body));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    public static Dictionary<string, string> Held(string html)
    {
        var form = html[html.LastIndexOf("<form", StringComparison.Ordinal)..];
        return Inputs().Matches(form).Select(m => m.Value).Where(i => !i.Contains("type=\"radio\"", StringComparison.Ordinal) && !i.Contains("type=\"file\"", StringComparison.Ordinal))
            .ToDictionary(i => WebUtility.HtmlDecode(Names().Match(i).Groups[1].Value), i => WebUtility.HtmlDecode(Values().Match(i).Groups[1].Value), StringComparer.Ordinal);
    }

    private static async Task<Sent> ReadAsync(HttpResponseMessage response)
    {
        using (response) return new(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Names();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Values();

    /// <summary>An answer.</summary>
    internal sealed partial record Sent(HttpStatusCode Status, string Html, string? Location)
    {
        public string Text => Fixture.Html.Text(Html);

        /// <summary>Where the last form of the page is sent.</summary>
        public string Action => WebUtility.HtmlDecode(Actions().Matches(Html).Last().Groups[1].Value);

        [GeneratedRegex("<form[^>]* action=\"([^\"]*)\"")]
        private static partial Regex Actions();
    }
}
