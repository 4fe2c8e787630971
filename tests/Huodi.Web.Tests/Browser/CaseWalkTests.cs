using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Web.Tests.Ledger;
using Microsoft.Playwright;

namespace Huodi.Web.Tests.Browser;

/// <summary>A whole case in the browser: opened from the page of the land, a step, a skip refused and one with its ground, the end.</summary>
public sealed class CaseWalkTests(Chromium chromium)
{
    private const string Office = "市、县国土资源主管部门";
    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, "2102112022B00002");

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Case_FromOpeningToItsEnd_RunsInTheBrowser(int width, int height)
    {
        await using var watched = await chromium.OpenAsync(width, height);
        await using var site = await LedgerSite.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var supplied = new JsonObject { ["权利类型"] = "出让", ["合同签订日期"] = "2022-02-10", ["行政区划代码"] = "210211", ["约定开工日期"] = "2024-02-01", ["用途大类"] = "工业" };
        _ = await site.Store.Ledger.AppendAsync(
            [
                new(Grant, "supply", new(2022, 2, 10), "甲", new("合同"), LedgerPayload.Of(supplied)),
            ],
            cancellation);
        var (page, root) = (watched.Page, site.Http.BaseAddress!.ToString().TrimEnd('/')); // Set when started.

        _ = await page.GotoAsync($"{root}/ledger/grant/{Grant.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "立案", Exact = true }).ClickAsync();
        await page.CheckAsync("input[value='CN-53-04/闲置土地处置']");
        await page.FillAsync("#day", "2026-02-02");
        await page.FillAsync("#document", "立案审批表 某立〔2026〕1号");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "审批表.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });
        await WhoAsync(page);
        Assert.Equal(0, await watched.OverflowAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "立案" }).ClickAsync();
        await page.WaitForURLAsync("**/cases/2026-0001?opened=true*");
        Assert.Contains("已立案，案件编号 2026-0001", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await watched.OverflowAsync());

        await StepAsync(page, "发现涉嫌闲置", "涉嫌构成闲置土地", "2026-02-02", "发现记录");
        await page.WaitForSelectorAsync("text=下一步：送达《闲置土地调查通知书》");
        Assert.Contains("最迟 2026年3月4日", await page.InnerTextAsync("#next"), StringComparison.Ordinal); // 第五条: thirty days; a Wednesday that is worked.
        watched.AssertNoTrouble(root);

        await StepAsync(page, "调查核实", "不构成闲置土地", "2026-03-16", "调查笔录");
        Assert.Contains("STEP_SKIPPED", await page.InnerTextAsync("#faults"), StringComparison.Ordinal);
        Assert.Equal("调查笔录", await page.InputValueAsync("#document"));
        Assert.Equal(0, await watched.OverflowAsync());
        await page.FillAsync("#ground", "前案已送达通知书，见原卷");
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForSelectorAsync("text=越步理由：前案已送达通知书，见原卷");

        _ = await page.GotoAsync($"{root}/cases?status=closed");
        await page.GetByRole(AriaRole.Link, new() { Name = "2026-0001" }).ClickAsync();
        await page.WaitForURLAsync("**/cases/2026-0001");
        Assert.Contains("结案", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#next").CountAsync());
        Assert.Equal(0, await watched.OverflowAsync());
    }

    private static async Task StepAsync(IPage page, string step, string outcome, string day, string document)
    {
        _ = await page.SelectOptionAsync("#step", step);
        await page.FillAsync("#outcome", outcome);
        await page.FillAsync("#role", Office);
        await page.FillAsync("#day", day);
        await page.FillAsync("#document", document);
        await WhoAsync(page);
        await page.ClickAsync("form button[type=submit]");
    }

    private static async Task WhoAsync(IPage page)
    {
        await page.FillAsync("#by-name", "张三");
        await page.FillAsync("#by-office", "某局");
    }
}
