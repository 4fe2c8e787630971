using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Testing;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Browser;

/// <summary>待办 with two thousand warnings, as an official uses it.</summary>
public sealed class WarningListTests(Chromium chromium)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Levels = ["逾期", "今日到期", "提前1个月", "提前6个月", "缺事实"];

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task List_WholePageChosenAndAcknowledged_IsRecordedAndStaysReadable(int width, int height)
    {
        await using var store = new InMemoryLandStore();
        await FillAsync(store);
        var (app, http) = await RunningWeb.StartAsync(store);
        await using var running = app;
        using var client = http;
        await using var watched = await chromium.OpenAsync(width, height);
        var page = watched.Page;
        var address = client.BaseAddress!.GetLeftPart(UriPartial.Authority); // It was started with one.

        _ = await page.GotoAsync($"{address}/warnings?level={Uri.EscapeDataString("逾期")}&all=given");
        Assert.Equal(0, await watched.OverflowAsync());
        await page.GetByLabel("选中本页全部").CheckAsync();
        Assert.Equal(50, await page.Locator("input[name=of]:checked").CountAsync());
        await page.Locator("details.many summary").ClickAsync();
        await page.GetByLabel("姓名").FillAsync("王五");
        await page.Locator("#by-office").FillAsync("利用科");
        await page.Locator("button[value=acknowledge]").ClickAsync();
        await page.Locator("main .notice[role]").WaitForAsync();

        Assert.Contains("签收 50 项，已记下。", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(50, await store.Warnings.ListAsync(new() { Status = WarningStatus.Acknowledged }, 0, null, None).CountAsync());
        Assert.Equal(0, await watched.OverflowAsync());
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.False(await page.Locator("input[name=of]").First.IsVisibleAsync());
        Assert.False(await page.Locator("details.many").IsVisibleAsync());
        watched.AssertNoTrouble(address);
    }

    private static async Task FillAsync(InMemoryLandStore store)
    {
        await using var turn = await store.Warnings.TakeTurnAsync(None);
        await turn.BeginAsync(new(1, SampleCity.Day, default, "定时", 0, 0, 0), None);
        await turn.GiveAsync([.. Enumerable.Range(0, 2000).Select(Notice)], None);
        _ = await turn.SaveAsync(None);
    }

    private static WarningNotice Notice(int n)
    {
        var (level, due) = (Levels[n % 5], SampleCity.Day.AddDays((n % 700) - 300));
        return new(
            new(new(LedgerSubjectKind.Grant, $"2102112025B{n:00000}"), "CN-53-22/动工", level == "缺事实" ? "约定开工日期" : $"{due:yyyy-MM-dd}", level),
            "约定开工", level == "缺事实" ? null : due, n % 5, DivisionCode.Parse(n % 2 == 0 ? "210211" : "210203"), ["CN-53-22"],
            n % 3 == 0 ? "自然资源主管部门" : "大连市自然资源局金普新区分局土地利用监管科", $"约定开工，{level}。");
    }
}
