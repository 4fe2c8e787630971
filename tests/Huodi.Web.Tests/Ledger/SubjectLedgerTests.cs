using System.Net;
using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;

namespace Huodi.Web.Tests.Ledger;

public sealed class SubjectLedgerTests
{
    private const string Address = "/ledger/grant/2102112025B00001";
    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, "2102112025B00001");

    [Fact]
    public async Task Page_TellsEachEntryAndStrikesWhatWasSuperseded()
    {
        await using var site = await LifeAsync();

        var page = await site.GetAsync(Address);

        Assert.Contains("供地 权利类型 出让", page.Text, StringComparison.Ordinal);
        Assert.Contains("<del><a href=\"/ledger/entries/2\">开工</a></del>", page.Html, StringComparison.Ordinal);
        Assert.Contains("由 第 3 条 更正，理由：误录", page.Text, StringComparison.Ordinal);
        Assert.Contains("sha256:cccccccccccc…", page.Text, StringComparison.Ordinal);
        Assert.Contains("实际开工日期 2026年2月1日 第 3 条", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AsKnownBeforeTheEntries_KnowsNothingAndSaysSo()
    {
        await using var site = await LifeAsync();

        var page = await site.GetAsync($"{Address}?known-as-of=2020-03-03");

        Assert.Contains("另有 4 条是 2020-03-03 23:59:59 以后才登记的", page.Text, StringComparison.Ordinal);
        Assert.Contains("当时台账里还没有这个对象的登记", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AsOfADayBeforeTheStart_HasNoStart()
    {
        await using var site = await LifeAsync();

        var page = await site.GetAsync($"{Address}?as-of=2026-01-31");

        Assert.DoesNotContain("实际开工日期 2026年2月1日", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Assumed_IsMarkedAndWritesNothing()
    {
        await using var site = await LifeAsync();
        var before = await site.Store.Ledger.HeadAsync(CancellationToken.None);

        var page = await site.GetAsync($"{Address}?assume=completion&assume-day=2026-05-01");

        Assert.Contains("假设 2026年5月1日 竣工", page.Text, StringComparison.Ordinal);
        Assert.Contains("实际竣工日期 未知 2026年5月1日", page.Text, StringComparison.Ordinal);
        Assert.Contains("假设，没有登记", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Store.Ledger.HeadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("assume=payment&assume-day=2026-05-01", "“缴款”缺少“缴款金额”")]
    [InlineData("assume=nothing&assume-day=2026-05-01", "没有“nothing”这个登记种类")]
    [InlineData("assume=payment&assume-day=2026-05-01&assume-fields=x", "字段“x”写法不对")]
    [InlineData("assume=start&assume-day=tomorrow", "假设的日期写成")]
    public async Task Page_AssumedWrongly_SaysWhy(string query, string words)
    {
        await using var site = await LifeAsync();

        Assert.Contains(words, (await site.GetAsync($"{Address}?{query}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as-of=x")]
    [InlineData("law-as-of=2026-02-30")]
    [InlineData("known-as-of=yesterday")]
    public async Task Page_WithADateThatIsNone_IsRefused(string query)
    {
        await using var site = await LifeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync($"{Address}?{query}")).Status);
    }

    [Fact]
    public async Task Page_OfMoney_ShowsInstalmentsToTheFen()
    {
        await using var site = await LifeAsync();

        var page = await site.GetAsync($"{Address}?as-of=2026-06-30");

        // Due 2026-03-31, nothing paid: 1 April to 30 June are 91 days.
        Assert.Contains("欠 600,000.25 元 × 91 天", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfMoney_WithAnAssumedPayment_AddsUpAndWritesNothing()
    {
        await using var site = await LifeAsync();
        var before = await site.Store.Ledger.HeadAsync(CancellationToken.None);

        var page = await site.GetAsync($"{Address}?assume=payment&assume-day=2026-04-10&assume-fields=%E7%BC%B4%E6%AC%BE%E9%87%91%E9%A2%9D%3D600000.25%20%E5%87%AD%E8%AF%81%E5%8F%B7%3DA1");

        // Paid on 10 April: 1 to 10 April are ten days.
        Assert.Contains("欠 600,000.25 元 × 10 天 = 6,000,002.50 元·日", page.Text, StringComparison.Ordinal);
        Assert.Contains("收 600,000.25 元，退 0 元，存 600,000.25 元；1 笔，每笔恰在一个账户，收支相等。", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await site.Store.Ledger.HeadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task List_FiltersAndPages()
    {
        await using var site = await LifeAsync();

        var list = await site.GetAsync("/ledger");
        var filtered = await site.GetAsync("/ledger?kind=开工&subject=grant:2102112025B00001&by=李&from=2026-01-01&to=2026-12-31");
        var broken = await site.GetAsync("/ledger?subject=nothing");

        Assert.Contains("共 4 条", list.Text, StringComparison.Ordinal);
        Assert.Contains("第 3 条", filtered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/ledger/entries/2\"", filtered.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
    }

    [Fact]
    public async Task List_OfMoreThanAPage_GoesOnWhereItEnded()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await site.Store.Ledger.AppendAsync(
            [.. Enumerable.Range(1, 120).Select(n => Draft("patrol", new(2026, 1, 1), "张三", new() { ["巡查方式"] = "现场", ["情况说明"] = $"第{n}次" }))], CancellationToken.None);

        var first = await site.GetAsync("/ledger");
        var second = await site.GetAsync("/ledger?before=71");
        var third = await site.GetAsync("/ledger?before=21");

        Assert.Contains("href=\"/ledger?before=71\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/ledger?before=21\"", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("更早的", third.Html, StringComparison.Ordinal);
        Assert.Equal(20, third.Html.Split("/ledger/entries/").Length - 1);
    }

    /// <summary>Supply, a start that is corrected, and an instalment; the correction is by somebody else.</summary>
    private static async Task<LedgerSite> LifeAsync()
    {
        var site = await LedgerSite.StartAsync();
        _ = await site.Store.Ledger.AppendAsync(
            [
                Draft("supply", new(2025, 6, 1), "张三", new() { ["权利类型"] = "出让", ["约定开工日期"] = "2026-06-01", ["约定竣工日期"] = "2027-06-01" }),
                Draft("start", new(2026, 3, 1), "张三", []),
                Draft("start", new(2026, 2, 1), "李四", [], new(2, "误录")),
                Draft("payment-plan", new(2025, 6, 1), "张三", new() { ["付款期次"] = "第一期", ["应缴日期"] = "2026-03-31", ["应缴金额"] = JsonNode.Parse("600000.25") }),
            ],
            CancellationToken.None);
        return site;
    }

    private static LedgerDraft Draft(string kind, DateOnly day, string by, JsonObject fields, Supersession? supersedes = null) =>
        new(Grant, kind, day, by, new SourceDocument("文件", new string('c', 64)), LedgerPayload.Of(fields), supersedes);
}
