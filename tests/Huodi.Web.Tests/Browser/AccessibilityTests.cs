using System.Text.Json;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Browser;

public sealed class AccessibilityTests(RunningWeb web, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/parcels/" + SampleCity.HefeiParcel)]
    [InlineData("/grants/" + SampleCity.DistrictGrant)]
    [InlineData("/grants")]
    [InlineData("/policies")]
    [InlineData("/policies/dalian-2025")]
    [InlineData("/assessment")]
    [InlineData("/runs/1/subjects")]
    [InlineData("/imports")]
    [InlineData("/imports/3")]
    [InlineData("/registers")]
    [InlineData("/registers/idle")]
    [InlineData("/registers/versions/2")]
    [InlineData("/registers/diff?before=1&after=2")]
    [InlineData("/warnings")]
    [InlineData("/warnings/1")]
    [InlineData("/warnings/1?do=delegate")]
    [InlineData("/warnings/1?do=close")]
    [InlineData("/ledger")]
    [InlineData("/ledger/new?subject=grant:" + SampleCity.DistrictGrant)]
    [InlineData("/ledger/new/supply")]
    [InlineData("/ledger/import")]
    [InlineData("/ledger/verify")]
    [InlineData("/ledger/entries/9")]
    [InlineData("/ledger/entries/9/correct")]
    [InlineData(SampleLife.Address)]
    [InlineData(SampleLife.Address + "?assume=completion&assume-day=2027-01-01")]
    public async Task Page_Checked_HasNoSeriousFault(string address)
    {
        await using var watched = await chromium.OpenAsync(390, 844);
        _ = await watched.Page.GotoAsync(web.Address + address);
        _ = await watched.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

        var found = await watched.Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(v => `${v.impact} ${v.id}: ${v.nodes[0].html}`)");
        var serious = found.EnumerateArray().Select(v => v.GetString() ?? "")
            .Where(v => v.StartsWith("serious", StringComparison.Ordinal) || v.StartsWith("critical", StringComparison.Ordinal));

        Assert.Equal([], serious);
        Assert.Equal(0, await watched.OverflowAsync());
    }
}
