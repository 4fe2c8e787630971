using Huodi.App.Stores;
using Huodi.Testing;
using Huodi.Web.Tests.Fixture;
using Microsoft.AspNetCore.Builder;

[assembly: AssemblyFixture(typeof(RunningWeb))]

namespace Huodi.Web.Tests.Fixture;

/// <summary>The application with the sample city, listening on a free port of this machine.</summary>
public sealed class RunningWeb : IAsyncLifetime
{
    private WebApplication? _app;

    public InMemoryLandStore Store { get; private set; } = new();

    public HttpClient Http { get; private set; } = new();

    public string Address => Http.BaseAddress!.ToString().TrimEnd('/'); // Set when started.

    public static async Task<(WebApplication App, HttpClient Http)> StartAsync(ILandStore store, TimeProvider? clock = null)
    {
        var app = HuodiWeb.Build(new HuodiWebOptions(store, SampleCity.Policies, SampleCity.Ledger) { Port = 0, Time = clock ?? new FixedTime(SampleCity.Moment) });
        await app.StartAsync();
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        return (app, http);
    }

    public async ValueTask InitializeAsync()
    {
        Store = await SampleCity.LoadAsync();
        await Warnings.WarningPageTests.GiveAsync(Store.Warnings);
        (_app, Http) = await StartAsync(Store);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }
}
