using System.Text.Json.Nodes;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Api;

public sealed class LandApiTests(RunningWeb web)
{
    [Fact]
    public async Task Districts_AreGeoJsonWithGrantsOnNoParcel()
    {
        var features = await FeaturesAsync("/api/districts");
        var shushan = features.Single(f => (string?)f["properties"]!["code"] == "340104"); // Every feature has properties.

        Assert.Equal("蜀山区", (string?)shushan["properties"]!["name"]);
        Assert.Equal(1, (int)shushan["properties"]!["grants"]!);
        Assert.Contains((string?)shushan["geometry"]!["type"], new[] { "Polygon", "MultiPolygon" });
    }

    [Fact]
    public async Task Parcels_CarryOutcomeColourAndLabel()
    {
        var features = await FeaturesAsync("/api/parcels");
        var generated = features.Single(f => (string?)f["properties"]!["id"] == SampleCity.GeneratedParcel)["properties"]!;

        Assert.Equal(4, features.Count);
        Assert.True((bool)generated["generated"]!);
        Assert.Matches("^#[0-9a-f]{6}$", (string)generated["colour"]!);
        Assert.All(features, f => Assert.NotNull(f["properties"]!["outcome"]));
    }

    [Fact]
    public async Task Parcels_Filtered_AreThoseOfTheList()
    {
        var features = await FeaturesAsync($"/api/parcels?district=340104&decision={Uri.EscapeDataString("CN-53-02/闲置")}&outcome=met");

        Assert.Equal([SampleCity.HefeiParcel], features.Select(f => (string)f["properties"]!["id"]!));
    }

    [Fact]
    public async Task Summary_AgreesWithTheRun()
    {
        var summary = JsonNode.Parse(await web.Http.GetStringAsync(new Uri("/api/runs/1/summary", UriKind.Relative)))!;
        var subjects = await web.Store.RunSubjectsAsync(1, CancellationToken.None).ToListAsync();

        Assert.Equal("2026-11-21", (string?)summary["asOf"]);
        Assert.Equal(4, (int)summary["parcels"]!);
        Assert.Equal(subjects.Sum(s => s.Verdicts.Count), summary["outcomes"]!.AsObject().Sum(o => (int)o.Value!));
    }

    [Theory]
    [InlineData("/api/parcels?district=abc", 400, "DIVISION_CODE")]
    [InlineData("/api/parcels?decision=XX", 404, "DECISION_UNKNOWN")]
    [InlineData("/api/parcels?run=9", 404, "RUN_UNKNOWN")]
    [InlineData("/api/runs/9/summary", 404, "RUN_UNKNOWN")]
    [InlineData("/api/nothing", 404, "NOT_FOUND")]
    public async Task Api_WrongQuestion_IsAProblemWithCodeAndTrace(string address, int status, string code)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.NotEqual("", (string?)problem["traceId"] ?? "");
    }

    private async Task<IReadOnlyList<JsonNode>> FeaturesAsync(string address)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        var collection = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. collection["features"]!.AsArray().Select(f => f!)];
    }
}
