using Huodi.App.Cases;
using Huodi.Domain.Ledger;
using Huodi.Web.Tests.Fixture;
using Huodi.Web.Tests.Ledger;

namespace Huodi.Web.Tests.Cases;

/// <summary>The list of cases: pages, filters, and that it follows what is recorded.</summary>
public sealed class CaseListTests
{
    private const string Idle = "CN-53-04/闲置土地处置";
    private const string Office = "市、县国土资源主管部门";
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task List_OfSixtyCases_ShowsFiftyAndThenTen()
    {
        await using var site = await WithCasesAsync(60);

        var first = await site.GetAsync("/cases?sort=number");
        var second = await site.GetAsync("/cases?sort=number&page=2");

        Assert.Contains("共 60 件", first.Text, StringComparison.Ordinal);
        Assert.Equal((50, 10), (Rows(first), Rows(second)));
        Assert.Contains(">2026-0060　", first.Html, StringComparison.Ordinal);
        Assert.Contains(">2026-0001　", second.Html, StringComparison.Ordinal);
        Assert.Equal(10, Rows(await site.GetAsync("/cases?sort=number&page=99")));
    }

    [Fact]
    public async Task List_AfterASubjectIsRecordedAbout_IsThatOfAListReadAnew()
    {
        await using var site = await WithCasesAsync(4);
        var cancellation = TestContext.Current.CancellationToken;
        var keep = new KeepCases(SampleCity.Policies, SampleCity.Ledger, site.Store.Ledger, Today);
        using var followed = new CaseIndex(SampleCity.Policies, SampleCity.Ledger);
        _ = await followed.OnAsync(site.Store.Ledger, Today, cancellation);

        _ = await keep.RecordAsync(Found("2026-0002"), cancellation);
        await OpenAsync(keep, 5);
        var withdrawn = (await keep.FindAsync("2026-0003", Today, null, cancellation))!.Value.File.Opened;
        _ = await site.Store.Ledger.AppendAsync(
            [new(withdrawn.Subject, EffectiveEntries.Withdrawal, Today, "张三", new("撤案单"), LedgerPayload.Empty, new(withdrawn.Number, "误立"))], cancellation);

        using var anew = new CaseIndex(SampleCity.Policies, SampleCity.Ledger);
        var expected = await anew.OnAsync(site.Store.Ledger, Today, cancellation);
        Assert.Equal(["2026-0001", "2026-0002", "2026-0004", "2026-0005"], expected.Select(c => c.Number).Order(StringComparer.Ordinal));
        Assert.Equivalent(expected, await followed.OnAsync(site.Store.Ledger, Today, cancellation), strict: true);
        Assert.Equal("送达《闲置土地调查通知书》", expected.Single(c => c.Number == "2026-0002").Step);
    }

    [Fact]
    public async Task List_Filtered_ShowsOnlyWhatIsAskedFor()
    {
        await using var site = await WithCasesAsync(3);
        var keep = new KeepCases(SampleCity.Policies, SampleCity.Ledger, site.Store.Ledger, Today);
        _ = await keep.RecordAsync(Found("2026-0002"), TestContext.Current.CancellationToken);

        // 2026-02-02 and thirty days (第五条) lie before 2026-11-21; the first step has no last day.
        foreach (var (query, numbers) in new (string, string[])[]
        {
            ("", ["2026-0002", "2026-0001", "2026-0003"]),
            ("?due=overdue", ["2026-0002"]),
            ("?due=none", ["2026-0001", "2026-0003"]),
            ("?due=week", []),
            ($"?step={Uri.EscapeDataString("发现涉嫌闲置")}", ["2026-0001", "2026-0003"]),
            ($"?procedure={Uri.EscapeDataString(Idle)}&sort=number", ["2026-0003", "2026-0002", "2026-0001"]),
            ("?procedure=X", []),
            ("?status=closed", []),
            ("?status=all&q=B00003", ["2026-0003"]),
            ("?status=nonsense&due=nonsense&page=-4", ["2026-0002", "2026-0001", "2026-0003"]),
        })
        {
            var page = await site.GetAsync("/cases" + query);
            Assert.Equal(numbers, System.Text.RegularExpressions.Regex.Matches(page.Html, ">(2026-[0-9]{4})　").Select(m => m.Groups[1].Value));
        }
    }

    private static int Rows(LedgerSite.Sent page) => page.Html.Split("href=\"/cases/2026-").Length - 1;

    private static StepRequest Found(string number) => new(
        number, new(new(2026, 2, 2), "发现涉嫌闲置", "涉嫌构成闲置土地", Office, [], ""), [], [], "张三", new("发现记录"), null);

    private static async Task<LedgerSite> WithCasesAsync(int count)
    {
        var site = await LedgerSite.StartAsync();
        var keep = new KeepCases(SampleCity.Policies, SampleCity.Ledger, site.Store.Ledger, Today);
        for (var n = 1; n <= count; n++) await OpenAsync(keep, n);
        return site;
    }

    private static async Task OpenAsync(KeepCases keep, int n)
    {
        var opened = await keep.OpenAsync(new(new(LedgerSubjectKind.Grant, $"2102112022B{n:00000}"), Idle, null, new(2026, 2, 2), "张三", new("审批表")), TestContext.Current.CancellationToken);
        Assert.Empty(opened.Faults);
    }
}
