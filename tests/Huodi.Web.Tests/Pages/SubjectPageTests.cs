using System.Net;
using Huodi.Domain.Facts;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class SubjectPageTests(RunningWeb web)
{
    [Fact]
    public async Task Parcel_Facts_AreShownWithUnitsAndSources()
    {
        var text = Html.Text(await web.Http.PageAsync($"/parcels/{SampleCity.HefeiParcel}"));

        Assert.Contains("12,600,000 元 合 1,260 万元", text, StringComparison.Ordinal);
        Assert.Contains("26,666.67 ㎡ 合 40 亩", text, StringComparison.Ordinal);
        Assert.Contains("80,000 ㎡ 合 8 万㎡", text, StringComparison.Ordinal);
        Assert.Contains("own.geojson 第 1 行“出让价款总额” 第 4 批", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_Verdicts_CarryWordsOfTheLawConditionsAndLinks()
    {
        var page = await web.Http.PageAsync($"/parcels/{SampleCity.HefeiParcel}");
        var text = Html.Text(page);

        Assert.Contains("未动工开发的国有建设用地", text, StringComparison.Ordinal);
        Assert.Contains("未动工开发 ： 成立", text.Replace("未动工开发：", "未动工开发 ：", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("补充以下材料即可判断", text, StringComparison.Ordinal);
        Assert.Contains("/policies/cn-53#CN-53-02", Html.Addresses(page));
    }

    [Fact]
    public async Task Parcel_OnTheDayOfTheRun_HasTheReceiptsOfTheRun()
    {
        var page = await web.Http.PageAsync($"/parcels/{SampleCity.DalianParcel}");
        var frozen = await web.Store.FindRunSubjectAsync(1, SubjectKind.Parcel, SampleCity.DalianParcel, CancellationToken.None);

        Assert.NotNull(frozen);
        Assert.NotEmpty(frozen.Verdicts);
        Assert.All(frozen.Verdicts, v => Assert.Contains(v.Receipt, page, StringComparison.Ordinal));
        Assert.Contains($"{frozen.Verdicts.Count} 条答案的凭据全部与第 1 次评估的记录一致", Html.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_ReceiptOfTheRunDiffers_IsShownOpenly()
    {
        var store = await SampleCity.LoadAsync();
        var run = (await store.RunsAsync(CancellationToken.None).ToListAsync())[0];
        var forged = store.RunSubjectsAsync(run.Number, CancellationToken.None)
            .Select(s => s with { Verdicts = [.. s.Verdicts.Select((v, i) => i == 0 ? v with { Receipt = "sha256:0000" } : v)] });
        _ = await store.SaveRunAsync(run, forged, CancellationToken.None);
        var (app, http) = await RunningWeb.StartAsync(store);
        await using var running = app;
        using var client = http;

        var text = Html.Text(await http.PageAsync($"/parcels/{SampleCity.DalianParcel}"));

        Assert.Contains("与第 2 次评估的记录不一致", text, StringComparison.Ordinal);
        Assert.Contains("sha256:0000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_AnotherDay_CountsToThatDayAndWritesNothing()
    {
        var text = Html.Text(await web.Http.PageAsync($"/parcels/{SampleCity.HefeiParcel}?as-of=2020-03-11"));
        var runs = await web.Store.RunsAsync(CancellationToken.None).CountAsync();

        Assert.Contains("按 2020年3月11日 重新计算的结果，不作记录", text, StringComparison.Ordinal);
        Assert.Contains("净违约 10 天", text, StringComparison.Ordinal);
        Assert.DoesNotContain("与评估记录核对", text, StringComparison.Ordinal);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Parcel_OverlappingPeriods_AreTakenOutOnce()
    {
        var text = Html.Text(await web.Http.PageAsync($"/parcels/{SampleCity.DalianParcel}"));

        // 2020-03-02 to 2021-02-01 are 337 days; 2020-05-01 to 2020-12-31 are 245 of them.
        Assert.Contains("净违约 92 天", text, StringComparison.Ordinal);
        Assert.Contains("不计入（疫情、政府原因）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_WithAGrant_LinksToItAndBack()
    {
        var parcel = await web.Http.PageAsync($"/parcels/{SampleCity.HefeiParcel}");
        var grant = await web.Http.PageAsync($"/grants/{SampleCity.ParcelGrant}");

        Assert.Contains($"/grants/{SampleCity.ParcelGrant}", Html.Addresses(parcel));
        Assert.Contains($"/parcels/{SampleCity.HefeiParcel}", Html.Addresses(grant));
    }

    [Theory]
    [InlineData("/parcels/nothing", HttpStatusCode.NotFound)]
    [InlineData("/grants/nothing", HttpStatusCode.NotFound)]
    [InlineData("/parcels/340104000001GB00001?as-of=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/parcels/340104000001GB00001?as-of=2026-02-30", HttpStatusCode.BadRequest)]
    public async Task Subject_UnknownOrBadDay_IsAChinesePage(string address, HttpStatusCode expected)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));
        var text = Html.Text(await response.Content.ReadAsStringAsync());

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains("回到地图", text, StringComparison.Ordinal);
        Assert.Contains("追踪号", text, StringComparison.Ordinal);
    }
}
