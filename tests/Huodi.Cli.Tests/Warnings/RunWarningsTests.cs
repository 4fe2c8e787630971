using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Policies;
using Huodi.Policies.Ledger;
using Huodi.Policies.Loading;
using Huodi.Testing;

namespace Huodi.Cli.Tests.Warnings;

/// <summary>The daily run over the carried policies: what it gives, what it ends, and that it gives nothing twice.</summary>
public sealed class RunWarningsTests : IAsyncDisposable
{
    private const string Transition = "HF-18/过渡期";
    private const string Start = "CN-53-22/动工";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string Policies = Path.Combine(AppContext.BaseDirectory, "policies");
    private static readonly Lazy<(PolicyLibrary Library, LoadedLedger Ledger)> Loaded = new(() =>
    {
        var library = PolicyFolder.Load(Policies).Library;
        return (library, LedgerFolder.Load(Policies, library));
    });

    private readonly InMemoryLandStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>Twelve, six and one month before 1 December 2025: the days of docs/histories/08-transition-expiring.md.</summary>
    [Fact]
    public async Task RunAsync_EveryDayOfATransition_GivesEachPointOnceOnItsDay()
    {
        await TransitionAsync();

        for (var day = new DateOnly(2024, 11, 28); day <= new DateOnly(2025, 12, 4); day = day.AddDays(1)) _ = await RunAsync(day);

        var given = await OfAsync(Transition);
        Assert.Equal(
            [("提前12个月", "2024-12-01"), ("提前6个月", "2025-06-01"), ("提前1个月", "2025-11-01"), ("今日到期", "2025-12-01"), ("逾期", "2025-12-02")],
            given.OrderBy(w => w.GivenFor).Select(w => (w.Notice.Identity.Level, $"{w.GivenFor:yyyy-MM-dd}")));
        Assert.All(given, w => Assert.Equal((new DateOnly(2025, 12, 1), "自然资源和规划主管部门"), (w.Notice.Due!.Value, w.Office)));
        Assert.All(given, w => Assert.Equal(["HF-18"], w.Notice.Articles));
        // One line a matter on the list of what is to be done: the earlier ones are taken over by the next.
        Assert.Equal([WarningStatus.Given, .. Enumerable.Repeat(WarningStatus.Superseded, 4)], given.OrderByDescending(w => w.GivenFor).Select(w => w.Status));
    }

    [Fact]
    public async Task RunAsync_WhenItIsDone_ClosesItWithTheEntryAndReopensItWhenThatIsTakenBack()
    {
        await SupplyAsync("约定开工日期=2025-09-30");
        _ = await RunAsync(new(2025, 9, 1));
        Assert.Equal(("提前1个月", WarningStatus.Given), Standing(await OneAsync(Start)));

        var started = await AddAsync("grant:2102112025B00001", "开工", "2025-09-20", "取得施工许可证=是");
        _ = await RunAsync(new(2025, 9, 21));
        var done = await OneAsync(Start);
        Assert.Equal(("提前1个月", WarningStatus.Done), Standing(done));
        Assert.Equal(started.Number, (await LastAsync(done)).Act.Entry);

        _ = await _store.Ledger.AppendAsync(
            [new(started.Subject, EffectiveEntries.Withdrawal, started.Happened, "张三", new("更正书"), LedgerPayload.Empty, new(started.Number, "登错合同"))], None);
        _ = await RunAsync(new(2025, 9, 22));
        var again = await OneAsync(Start);
        Assert.Equal(("提前1个月", WarningStatus.Given), Standing(again));
        Assert.Equal((WarningAction.Reopen, done.Number), ((await LastAsync(again)).Act.Action, again.Number));
    }

    [Fact]
    public async Task RunAsync_WhenACorrectionMovesTheLastDay_EndsTheOldOneWithTheEntryAndGivesTheNew()
    {
        var supplied = await SupplyAsync("约定开工日期=2025-09-30");
        _ = await RunAsync(new(2025, 9, 1));

        var correction = await AddAsync("grant:2102112025B00001", "供地", "2025-07-01", [.. Supply, "约定开工日期=2025-09-20"], new(supplied.Number, "合同是 9 月 20 日"));
        _ = await RunAsync(new(2025, 9, 1));

        var both = await OfAsync(Start);
        var old = both.Single(w => w.Notice.Due == new DateOnly(2025, 9, 30));
        Assert.Equal(("提前1个月", WarningStatus.Void), Standing(old));
        var ended = await LastAsync(old);
        Assert.Equal((correction.Number, "最后一日由 2025-09-30 改为 2025-09-20"), (ended.Act.Entry, ended.Act.Reason));
        Assert.Equal(("提前1个月", WarningStatus.Given), Standing(both.Single(w => w.Notice.Due == new DateOnly(2025, 9, 20))));
    }

    [Fact]
    public async Task RunAsync_WithAFactMissing_NamesItAndWhoHasItOnceUntilItIsThere()
    {
        await SupplyAsync();
        _ = await RunAsync(new(2025, 8, 1));
        _ = await RunAsync(new(2025, 8, 2));

        var missing = Assert.Single(await OfAsync(Start));
        Assert.Equal((WarningRules.FactsMissing, "约定开工日期", null), (missing.Notice.Identity.Level, missing.Notice.Identity.Term, missing.Notice.Due));
        Assert.Contains("缺约定开工日期（", missing.Notice.Text, StringComparison.Ordinal);
        Assert.Contains(Loaded.Value.Library.Dictionary.Find("约定开工日期")!.Department + "有", missing.Notice.Text, StringComparison.Ordinal);

        var agreed = await AddAsync("grant:2102112025B00001", "供地", "2025-07-01", [.. Supply, "约定开工日期=2026-09-30"], new(1, "补填"));
        _ = await RunAsync(new(2025, 8, 3));
        var ended = await OneAsync(Start);
        Assert.Equal(("缺事实", WarningStatus.Void), Standing(ended));
        Assert.Equal(agreed.Number, (await LastAsync(ended)).Act.Entry);
    }

    [Fact]
    public async Task RunAsync_ClosedByAPerson_LeavesItClosedAndGivesTheNextPoint()
    {
        await SupplyAsync("约定开工日期=2025-09-30");
        _ = await RunAsync(new(2025, 9, 1));
        var warning = await OneAsync(Start);
        _ = await new ActOnWarning(_store).ActAsync(warning.Number, warning.Version, WarningAct.Close("张三", "已催告", new("催告函", new string('a', 64)), null), [], None);

        _ = await RunAsync(new(2025, 9, 2));
        Assert.Equal(WarningStatus.Closed, (await OneAsync(Start)).Status);
        _ = await RunAsync(new(2025, 10, 1));
        Assert.Equal(["提前1个月", "逾期"], (await OfAsync(Start)).OrderBy(w => w.Number).Select(w => w.Notice.Identity.Level));
    }

    [Fact]
    public async Task RunAsync_OfASubjectThatHasLeft_EndsAllItsWarnings()
    {
        await SupplyAsync("约定开工日期=2025-09-30", "约定竣工日期=2025-12-30");
        _ = await RunAsync(new(2025, 9, 1));
        var left = await AddAsync("grant:2102112025B00001", "退出", "2025-09-10", "退出方式=无偿收回");
        _ = await RunAsync(new(2025, 9, 10));

        Assert.Empty(await _store.Warnings.OpenAsync(None).ToListAsync());
        Assert.Equal(left.Number, (await LastAsync(await OneAsync(Start))).Act.Entry);
    }

    [Fact]
    public async Task RunAsync_AgainOnTheSameOrAnEarlierDay_GivesNothing()
    {
        await SupplyAsync("约定开工日期=2025-09-30");
        var first = await RunAsync(new(2025, 9, 1));
        var again = await RunAsync(new(2025, 9, 1));
        var forced = await RunAsync(new(2025, 9, 1), again: true);

        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equal(first.Run, again.Run);
        Assert.Equal((true, 0L, 0L), (forced.IsNew, forced.Run.Given, forced.Run.Changed));
        Assert.Equal("WARNING_DAY", (await Assert.ThrowsAsync<DomainException>(() => RunAsync(new(2025, 8, 31)))).Code);
    }

    [Fact]
    public async Task CatchUpAsync_AfterDaysWithoutARun_RunsForEachOfThem()
    {
        await TransitionAsync();
        var run = new RunWarnings(_store, Loaded.Value.Library, Loaded.Value.Ledger);
        _ = await run.CatchUpAsync(new(2025, 11, 29), "定时", None);

        var missed = await run.CatchUpAsync(new(2025, 12, 2), "定时", None);

        Assert.Equal([new(2025, 11, 30), new(2025, 12, 1), new DateOnly(2025, 12, 2)], missed.Select(r => r.Day));
        Assert.Equal(["提前1个月", "今日到期", "逾期"], (await OfAsync(Transition)).OrderBy(w => w.Number).Select(w => w.Notice.Identity.Level));
        Assert.Empty(await run.CatchUpAsync(new(2025, 12, 2), "定时", None));
        Assert.Equal(Loaded.Value.Ledger.Warnings.CatchUpDays + 1, (await run.CatchUpAsync(new(2026, 12, 2), "定时", None)).Count);
    }

    [Fact]
    public async Task RunAsync_WithEscalationsSetByTheCity_EscalatesToTheHigherOfficeOnce()
    {
        await SupplyAsync("约定开工日期=2025-09-30");
        var rules = Loaded.Value.Ledger.Warnings with
        {
            Escalations = [new("未签收升级", WarningCondition.NotAcknowledged, 3, []), new("逾期未办结升级", WarningCondition.NotClosed, 5, ["逾期"])],
            Superiors = new Dictionary<string, string> { ["自然资源主管部门"] = "市政府" },
        };
        _ = await RunAsync(new(2025, 9, 1), rules);
        _ = await RunAsync(new(2025, 9, 3), rules);
        Assert.Equal("自然资源主管部门", (await OneAsync(Start)).Office);
        _ = await RunAsync(new(2025, 9, 4), rules);
        var escalated = await OneAsync(Start);
        Assert.Equal((WarningStatus.Given, "市政府", 1), (escalated.Status, escalated.Office, escalated.Version));
        Assert.Equal("未签收升级：自 2025-09-01 起满 3 天没有签收", (await LastAsync(escalated)).Act.Reason);

        // Nothing higher is named for 市政府. The overdue one that is acknowledged waits for its closing instead.
        _ = await RunAsync(new(2025, 9, 20), rules);
        Assert.Equal(1, (await OneAsync(Start)).Version);
        _ = await RunAsync(new(2025, 10, 1), rules);
        var overdue = (await OfAsync(Start)).Single(w => w.Notice.Identity.Level == "逾期");
        _ = await _store.Warnings.ActAsync(overdue.Number, 0, WarningAct.Acknowledge("张三"), None);
        _ = await RunAsync(new(2025, 10, 5), rules);
        Assert.Equal("自然资源主管部门", (await _store.Warnings.FindAsync(overdue.Number, None))!.Office);
        _ = await RunAsync(new(2025, 10, 6), rules);
        Assert.Equal("市政府", (await _store.Warnings.FindAsync(overdue.Number, None))!.Office);
    }

    [Fact]
    public void Escalations_AsCarried_AreNotSet()
    {
        Assert.All(Loaded.Value.Ledger.Warnings.Escalations, e => Assert.Null(e.Days));
        Assert.Empty(Loaded.Value.Ledger.Warnings.Superiors);
    }

    private static string[] Supply => ["权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211"];

    private static (string Level, WarningStatus Status) Standing(Warning warning) => (warning.Notice.Identity.Level, warning.Status);

    private Task<(WarningRun Run, bool IsNew)> RunAsync(DateOnly day, WarningRules? rules = null, bool again = false)
    {
        var (library, ledger) = Loaded.Value;
        return new RunWarnings(_store, library, rules is null ? ledger : ledger with { Warnings = rules }).RunAsync(day, "测试", again, None);
    }

    private async Task TransitionAsync()
    {
        _ = await AddAsync("parcel:340111001", "供地", "2015-01-01", "权利类型=出让", "行政区划代码=340111");
        _ = await AddAsync("parcel:340111001", "过渡期使用", "2024-01-09", "过渡期起算日期=2020-12-01");
    }

    private async Task<LedgerEntry> SupplyAsync(params string[] fields) => await AddAsync("grant:2102112025B00001", "供地", "2025-07-01", [.. Supply, .. fields], null);

    private Task<LedgerEntry> AddAsync(string subject, string kind, string day, params string[] fields) => AddAsync(subject, kind, day, fields, null);

    private async Task<LedgerEntry> AddAsync(string subject, string kind, string day, string[] fields, Supersession? supersedes)
    {
        var (library, ledger) = Loaded.Value;
        var payload = new JsonObject();
        foreach (var field in fields.Select(f => f.Split('='))) payload[field[0]] = FieldText.Read(field[1], library.Dictionary.Find(field[0])!);
        var draft = new LedgerDraft(
            LedgerSubject.Parse(subject), ledger.Kinds.Find(kind)!.English, DateOnly.Parse(day, null), "张三", new("文件"), LedgerPayload.Of(payload), supersedes);
        Assert.Empty(new EntryCheck(ledger.Kinds, library).Check(draft, new(2026, 12, 31)));
        return (await _store.Ledger.AppendAsync([draft], None))[0].Entry;
    }

    private Task<List<Warning>> OfAsync(string rule) =>
        _store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Where(w => w.Notice.Identity.Rule == rule).ToListAsync().AsTask();

    private async Task<Warning> OneAsync(string rule) => Assert.Single(await OfAsync(rule));

    private async Task<WarningEvent> LastAsync(Warning warning) => await _store.Warnings.HistoryAsync(warning.Number, None).LastAsync();
}
