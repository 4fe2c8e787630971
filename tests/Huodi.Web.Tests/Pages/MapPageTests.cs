using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class MapPageTests(RunningWeb web)
{
    [Fact]
    public async Task Map_AllArticlesTogether_ListsParcelsCountsAndTheRule()
    {
        var text = Html.Text(await web.Http.PageAsync("/?decision=all"));

        Assert.Contains("蜀山区第二宗", text, StringComparison.Ordinal);
        Assert.Contains("宗地列表 4 宗", text, StringComparison.Ordinal);
        Assert.Contains("各条合看时，每宗取最需要留意的一种答案", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_WithoutFilter_AsksWhetherLandIsIdle()
    {
        var text = Html.Text(await web.Http.PageAsync("/"));

        Assert.Contains("闲置”的答案着色", text, StringComparison.Ordinal);
        Assert.Contains("符合 · 闲置", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_GeneratedParcel_IsLabelled()
    {
        var text = Html.Text(await web.Http.PageAsync("/?district=340111"));

        Assert.Contains("演示宗地一", text, StringComparison.Ordinal);
        Assert.Contains("演示数据 其中 1 宗为程序生成，未经测绘", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_NameWithMarkup_IsEscaped()
    {
        var page = await web.Http.PageAsync("/?district=340104");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("340104", 2)]
    [InlineData("340100", 3)]
    [InlineData("210200", 1)]
    [InlineData("340102", 0)]
    public async Task Map_FilteredByDistrictOrCity_ShowsItsParcelsOnly(string district, int expected)
    {
        var text = Html.Text(await web.Http.PageAsync($"/?district={district}"));

        Assert.Contains($"宗地列表 {expected} 宗", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_FilteredByDecision_CountsItsOutcomesOnly()
    {
        var text = Html.Text(await web.Http.PageAsync($"/?decision={Uri.EscapeDataString("CN-53-02/未动工满一年")}"));

        Assert.Contains("未动工满一年”的答案着色", text, StringComparison.Ordinal);
        Assert.Contains("符合 1 宗", text, StringComparison.Ordinal);
        Assert.Contains("不符合 2 宗", text, StringComparison.Ordinal);
        Assert.Contains("待补充材料 1 宗", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_FilteredByOutcome_KeepsItInLinks()
    {
        var page = await web.Http.PageAsync("/?decision=CN-53-02&outcome=met");

        Assert.Contains("宗地列表 1 宗", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("data-parcels=\"/api/parcels?decision=CN-53-02&amp;outcome=met\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_GrantsOnNoParcel_AreCountedByPlace()
    {
        var page = await web.Http.PageAsync("/");
        var text = Html.Text(page);

        Assert.Contains("蜀山区 1 宗", text, StringComparison.Ordinal);
        Assert.Contains("只到市，未注明区县 1 宗", text, StringComparison.Ordinal);
        Assert.Contains("/grants?district=340104&place=district", Html.Addresses(page));
    }

    [Theory]
    [InlineData("/?district=abc")]
    [InlineData("/?run=99")]
    [InlineData("/?decision=XX-1")]
    public async Task Map_FilterThatNamesNothing_IsNotFound(string address)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有找到", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_NothingAssessed_SaysSo()
    {
        var (app, http) = await RunningWeb.StartAsync(await SampleCity.LoadAsync(assessed: false));
        await using var running = app;
        using var client = http;

        var text = Html.Text(await http.PageAsync("/"));

        Assert.Contains("还没有评估过", text, StringComparison.Ordinal);
        Assert.Contains("未评估 4 宗", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_ByPlace_ListsThemWithLinks()
    {
        var page = await web.Http.PageAsync("/grants?place=city");

        Assert.Contains("只到市的一宗", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains($"/grants/{SampleCity.CityGrant}", Html.Addresses(page));
        Assert.DoesNotContain("只到区县的一宗", page, StringComparison.Ordinal);
    }
}
