using System.Net;
using System.Text.RegularExpressions;
using Huodi.Web.Hosting;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed partial class EveryPageTests(RunningWeb web)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/?district=340104", "/grants", $"/grants/{SampleCity.DistrictGrant}", $"/parcels/{SampleCity.HefeiParcel}",
        $"/parcels/{SampleCity.DalianParcel}", "/policies", "/policies/cn-53", "/policies/dalian-2025", "/policies/dalian-2025/cases/1", "/assessment", "/runs/1",
        "/runs/1/subjects", "/imports", "/imports/3",
        "/registers", "/registers/idle", "/registers/survey-comparison", "/registers/versions/1", "/registers/versions/2?standing=entered",
        "/registers/versions/2/map", "/registers/diff?before=1&after=2",
        "/ledger", "/ledger?kind=start", "/ledger/new", "/ledger/new?subject=grant:" + SampleCity.DistrictGrant, "/ledger/new/supply", "/ledger/import", "/ledger/verify",
        "/ledger/entries/9", "/ledger/entries/9/correct", "/ledger/entries/9/withdraw", SampleLife.Address, SampleLife.Address + "?assume=completion&assume-day=2027-01-01",
        SampleLife.Address + "?as-of=2025-03-03&law-as-of=2025-03-03&known-as-of=2020-01-01",
        "/warnings", "/warnings/1", "/warnings/3?do=close", "/cases", "/open-case", "/open-case?subject=grant:" + SampleCity.DistrictGrant,
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_HasNothingInlineAndNothingFromElsewhere(string address)
    {
        var page = await web.Http.PageAsync(address);

        Assert.DoesNotMatch(InlineScript(), page);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(InlineAttributes(), page);
        Assert.All(Html.Addresses(page), a => Assert.True(a.StartsWith('/') || a.StartsWith('#'), a));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_EveryLink_LeadsSomewhere(string address)
    {
        var page = await web.Http.PageAsync(address);
        foreach (var link in Html.Addresses(page).Where(l => l[0] == '/').Select(l => l.Split('#')[0]).Distinct().Take(60))
        {
            using var response = await web.Http.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} → {link}: {response.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_HasOneHeadingTitleAndLanguage(string address)
    {
        var page = await web.Http.PageAsync(address);

        _ = Assert.Single(Headings().Matches(page));
        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+ · 活地</title>", page);
    }

    [Fact]
    public async Task Answers_CarryTheSecurityHeaders()
    {
        using var response = await web.Http.GetAsync(new Uri("/", UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Host_OfAnotherName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "huodi.example" } };
        using var response = await web.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Assets_AreServedForEverAndUnknownOnesNot()
    {
        using var map = await web.Http.GetAsync(new Uri(WebAssets.Url("lib/maplibre-gl.mjs"), UriKind.Relative));
        using var none = await web.Http.GetAsync(new Uri($"/assets/{WebAssets.Version}/../appsettings.json", UriKind.Relative));

        Assert.Equal("text/javascript", map.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", map.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Healthz_Answers() => Assert.Equal("ok", await web.Http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));

    [GeneratedRegex("<script(?![^>]*src=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("<[^>]*\\s(?:style|on[a-z]+)=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineAttributes();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Headings();
}
