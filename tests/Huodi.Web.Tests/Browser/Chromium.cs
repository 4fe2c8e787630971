using Huodi.Formats.Files;
using Huodi.Web.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Huodi.Web.Tests.Browser;

/// <summary>The system's Chromium, headless, with WebGL in software. Tests that need it are skipped by name where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where Chromium is: HUODI_CHROMIUM, or the first of its usual names on the path; null when there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("HUODI_CHROMIUM") is { Length: > 0 } given ? given
        : Programs.Find("chromium", "chromium-browser", "google-chrome");

    /// <summary>A new page of that size in a profile of its own, watched.</summary>
    public async Task<WatchedPage> OpenAsync(int width, int height)
    {
        if (Executable is null) Assert.Skip("需要 Chromium：apt-get install chromium，或以 HUODI_CHROMIUM 指明其位置");
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Headless = true, Args = Arguments });
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN" });
        return new WatchedPage(await context.NewPageAsync());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
