using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class RegisterPageTests(RunningWeb web)
{
    [Fact]
    public async Task Registers_ListsEachWithItsNewestVersion()
    {
        var text = Html.Text(await web.Http.PageAsync("/registers"));

        Assert.Contains("低效用地", text, StringComparison.Ordinal);
        Assert.Contains("合肥市闲置土地 2026年第2版", text, StringComparison.Ordinal);
        Assert.Contains("还没有备案过版本", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_FilteredByStanding_ListsOnlyThose()
    {
        var suspected = Html.Text(await web.Http.PageAsync("/registers/versions/2?standing=suspected"));
        var entered = Html.Text(await web.Http.PageAsync("/registers/versions/2?standing=entered"));

        Assert.Contains(SampleCity.Hostile, entered, StringComparison.Ordinal);
        Assert.Contains("26,666.67 ㎡（40 亩）", entered, StringComparison.Ordinal);
        Assert.Contains("列表 1 行", entered, StringComparison.Ordinal);
        Assert.Contains("不能判断", suspected, StringComparison.Ordinal); // The other land, of which no fact is known.
        Assert.DoesNotContain(SampleCity.Hostile, suspected, StringComparison.Ordinal);
        Assert.Contains("缺闲置原因", entered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_FilteredByText_FindsByIdAndName()
    {
        var text = Html.Text(await web.Http.PageAsync($"/registers/versions/2?text={SampleCity.HefeiParcel[^8..]}"));

        Assert.Contains("列表 1 行", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_OfTheTwoVersions_SaysWhatChangedAndWhy()
    {
        var text = Html.Text(await web.Http.PageAsync("/registers/diff?before=1&after=2"));

        Assert.Contains("变化 1", text, StringComparison.Ordinal);
        Assert.Contains("状态 ：疑似 → 认定", text, StringComparison.Ordinal);
        Assert.Contains("认定书〔2026〕8号", text, StringComparison.Ordinal);
        Assert.Contains("没有变化", Html.Text(await web.Http.PageAsync("/registers/diff?before=1&after=2&kind=left")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_Exported_AsCsvAndGeoPackage()
    {
        using var csv = await web.Http.GetAsync(new Uri("/registers/versions/2/rows.csv", UriKind.Relative));
        using var layer = await web.Http.GetAsync(new Uri("/registers/versions/2/rows.gpkg", UriKind.Relative));
        using var changes = await web.Http.GetAsync(new Uri("/registers/diff.csv?before=1&after=2", UriKind.Relative));

        Assert.Contains("认定书〔2026〕8号", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("合肥市闲置土地 2026年第2版.csv", csv.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("SQLite format 3", Encoding.ASCII.GetString(await layer.Content.ReadAsByteArrayAsync(), 0, 15));
        Assert.Contains("变化,宗地", await changes.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shapes_OfAVersion_CarryTheColourOfTheirStanding()
    {
        var shapes = JsonNode.Parse(await web.Http.GetStringAsync(new Uri("/api/registers/versions/2/shapes", UriKind.Relative)))!["features"]!.AsArray(); // A collection has features.

        var found = shapes.Single(s => s!["id"]!.GetValue<string>() == SampleCity.HefeiParcel)!["properties"]!; // Each feature has them.
        Assert.Equal("认定", found["outcomeName"]!.GetValue<string>());
        Assert.Equal("#0072b2", found["colour"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("/registers/nothing", HttpStatusCode.NotFound)]
    [InlineData("/registers/versions/9", HttpStatusCode.NotFound)]
    [InlineData("/registers/versions/9/map", HttpStatusCode.NotFound)]
    [InlineData("/registers/versions/9/rows.csv", HttpStatusCode.NotFound)]
    [InlineData("/registers/diff?before=1&after=9", HttpStatusCode.NotFound)]
    [InlineData("/registers/diff", HttpStatusCode.BadRequest)]
    [InlineData("/api/registers/versions/9/shapes", HttpStatusCode.NotFound)]
    public async Task Page_OfWhatIsNotThere_SaysSo(string address, HttpStatusCode status)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
    }
}
