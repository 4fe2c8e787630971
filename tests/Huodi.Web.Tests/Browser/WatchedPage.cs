using Microsoft.Playwright;

namespace Huodi.Web.Tests.Browser;

/// <summary>A page whose console, requests and errors are written down.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    // What the software renderer says about itself under --use-angle=swiftshader.
    private const string DriverChatter = "GL Driver Message";

    private readonly List<string> _troubles = [];
    private readonly List<string> _hosts = [];

    public WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.Contains(DriverChatter, StringComparison.Ordinal))
                _troubles.Add($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _troubles.Add($"page error: {error}");
        page.RequestFailed += (_, request) => _troubles.Add($"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) _troubles.Add($"{response.Status}: {response.Url}");
        };
        page.Request += (_, request) => _hosts.Add(new Uri(request.Url).GetLeftPart(UriPartial.Authority));
    }

    public IPage Page { get; }

    /// <summary>Fails when anything went wrong so far, or was asked of another server.</summary>
    public void AssertNoTrouble(string address)
    {
        Assert.Equal([], _troubles);
        Assert.All(_hosts, h => Assert.True(h == address || h.StartsWith("blob:", StringComparison.Ordinal) || h.StartsWith("data:", StringComparison.Ordinal), h));
    }

    /// <summary>How far the page reaches beyond its right edge, in pixels.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
