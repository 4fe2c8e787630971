using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Store.Importer;
using Xunit;

namespace Huodi.Store.Tests.Contract;

public abstract partial class LandStoreContract
{
    private static readonly DateOnly FirstDay = new(2026, 3, 1);

    [Fact]
    public async Task Warnings_Given_GiveBackEveryFieldInOrder()
    {
        await using var store = await NewStoreAsync();
        var missing = Load.Notice("G1", "缺事实", rank: 9) with { Due = null, Place = null, Articles = [], Text = "“引号”\\与𠮷" };

        var run = await RunAsync(store, FirstDay, [missing, Load.Notice("P2", "逾期", rank: 0), Load.Notice("P1", "提前1个月", rank: 5)]);

        Assert.Equal((1L, FirstDay, "测试", 3L, 0L), (run.Number, run.Day, run.By, run.Given, run.Changed));
        Assert.Equal([run], await store.Warnings.RunsAsync(None).ToListAsync());
        var all = await store.Warnings.ListAsync(new(), 0, null, None).ToListAsync();
        Assert.Equal(["逾期", "提前1个月", "缺事实"], all.Select(w => w.Notice.Identity.Level));
        var (stored, number) = (all[2].Notice, all[2].Number);
        Assert.Equal(missing with { Articles = stored.Articles }, stored);
        Assert.Equal(["DL-16", "HF-18"], all[0].Notice.Articles);
        Assert.Equal((WarningStatus.Given, 0, "自然资源主管部门", "", FirstDay, 1L, FirstDay), (all[2].Status, all[2].Version, all[2].Office, all[2].Person, all[2].Since, all[2].Run, all[2].GivenFor));
        Assert.Equal(number, (await store.Warnings.FindAsync(number, None))!.Number);
        Assert.Null(await store.Warnings.FindAsync(4, None));
        Assert.Equal([1L, 2L, 3L], all.Select(w => w.Number).Order());
        Assert.Equal(["G1", "P1", "P2"], await store.Warnings.OpenAsync(None).Select(w => w.Notice.Identity.Subject.Id).ToListAsync());
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Warnings_GivenAgain_AreNotDoubled()
    {
        await using var store = await NewStoreAsync();
        WarningNotice[] notices = [Load.Notice("P1", "提前6个月"), Load.Notice("P2", "提前6个月")];
        _ = await RunAsync(store, FirstDay, notices);

        var again = await RunAsync(store, FirstDay.AddDays(1), [.. notices, Load.Notice("P1", "提前1个月")]);

        Assert.Equal((2L, 1L, 0L), (again.Number, again.Given, again.Changed));
        Assert.Equal(3, await store.Warnings.ListAsync(new(), 0, null, None).CountAsync());
    }

    [Fact]
    public async Task Warnings_Filtered_AreTheOnesAskedFor()
    {
        await using var store = await NewStoreAsync();
        var other = Load.Notice("P3", "逾期", rank: 0) with { Responsible = "属地政府", Place = Domain.Codes.DivisionCode.Parse("210202"), Due = new(2026, 2, 1) };
        _ = await RunAsync(store, FirstDay, [Load.Notice("P1", "提前6个月"), Load.Notice("P2", "提前6个月"), other]);
        _ = await store.Warnings.ActAsync(1, 0, WarningAct.Close("张三", "办完", new("批复", new('a', 64)), null), None);

        Assert.Equal(["P3"], await Ids(new() { Office = "属地政府" }));
        Assert.Equal(["P2"], await Ids(new() { Level = "提前6个月" }));
        Assert.Equal(["P1", "P2"], await Ids(new() { Level = "提前6个月", IsOpen = false }));
        Assert.Equal(["P3"], await Ids(new() { Region = Domain.Codes.DivisionCode.Parse("210200") }));
        Assert.Equal(["P3"], await Ids(new() { DueBefore = new(2026, 2, 1) }));
        Assert.Equal(["P1"], await Ids(new() { Status = WarningStatus.Closed, IsOpen = false }));
        Assert.Equal(["P2"], await Ids(new() { Subject = new(LedgerSubjectKind.Parcel, "P2") }));
        Assert.Equal("P2", (await store.Warnings.ListAsync(new(), 1, 1, None).SingleAsync()).Notice.Identity.Subject.Id);
        Assert.Equal(
            [new("属地政府", "逾期", 0, 1, 1), new("自然资源主管部门", "提前6个月", 7, 2, 1)],
            (await store.Warnings.CountAsync(new() { IsOpen = false }, None)).OrderBy(c => c.Rank));

        Task<List<string>> Ids(WarningFilter filter) => store.Warnings.ListAsync(filter, 0, null, None).Select(w => w.Notice.Identity.Subject.Id).ToListAsync().AsTask();
    }

    [Fact]
    public async Task Warnings_ActedOn_KeepEveryEvent()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);
        _ = await RunAsync(store, FirstDay, [Load.Notice("P1", "逾期")]);

        _ = await store.Warnings.ActAsync(1, 0, WarningAct.Acknowledge("张三"), None);
        _ = await store.Warnings.ActAsync(1, 1, WarningAct.Delegate("张三", "土地利用科", "李四", "分工"), None);
        var closed = await store.Warnings.ActAsync(1, 2, WarningAct.Close("李四", "已复工", new SourceDocument("复工批复", new string('b', 64)), 1), None);

        Assert.Equal((WarningStatus.Closed, 3, "土地利用科", "李四"), (closed.Status, closed.Version, closed.Office, closed.Person));
        Assert.Equal(closed.Status, (await store.Warnings.FindAsync(1, None))!.Status);
        var history = await store.Warnings.HistoryAsync(1, None).ToListAsync();
        Assert.Equal([WarningAction.Acknowledge, WarningAction.Delegate, WarningAction.Close], history.Select(e => e.Act.Action));
        Assert.Equal(("土地利用科", "李四", "分工"), (history[1].Act.Office, history[1].Act.Person, history[1].Act.Reason));
        Assert.Equal((new SourceDocument("复工批复", new string('b', 64)), (long?)1), (history[2].Act.Document, history[2].Act.Entry));
        Assert.Equal("WARNING_CLOSED", (await Assert.ThrowsAsync<DomainException>(() => store.Warnings.ActAsync(1, 3, WarningAct.Acknowledge("王五"), None))).Code);
        Assert.Equal("WARNING_UNKNOWN", (await Assert.ThrowsAsync<StoreException>(() => store.Warnings.ActAsync(9, 0, WarningAct.Acknowledge("王五"), None))).Code);
        Assert.Empty(await store.CheckAsync(None));
    }

    [Fact]
    public async Task Warnings_ActedOnByManyAtOnce_TakeOneAndTellTheOthersWho()
    {
        await using var store = await NewStoreAsync();
        _ = await RunAsync(store, FirstDay, [Load.Notice("P1", "逾期")]);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(async () =>
        {
            try
            {
                return (await store.Warnings.ActAsync(1, 0, WarningAct.Acknowledge($"经办{n}"), None)).Person;
            }
            catch (StoreException refused) when (refused.Code == "WARNING_CHANGED")
            {
                return refused.Message;
            }
        })));

        var winner = Assert.Single(results, r => r.Length == 3);
        Assert.Equal(5, results.Count(r => r.Contains($"由 {winner} 签收", StringComparison.Ordinal)));
        Assert.Single(await store.Warnings.HistoryAsync(1, None).ToListAsync());
    }

    [Fact]
    public async Task Warnings_ChangedByARun_AreClosedEscalatedAndReopened()
    {
        await using var store = await NewStoreAsync();
        _ = await store.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);
        _ = await RunAsync(store, FirstDay, [Load.Notice("P1", "逾期"), Load.Notice("P2", "逾期"), Load.Notice("P3", "逾期")]);
        _ = await store.Warnings.ActAsync(3, 0, WarningAct.Acknowledge("张三"), None);
        _ = await store.Warnings.ActAsync(3, 1, WarningAct.Close("张三", "办完", null, 1), None);

        var second = await RunAsync(store, FirstDay.AddDays(3), [], new(1, WarningAct.End(WarningAction.Done, "第2次", "台账记明", 1)), new(2, WarningAct.Escalate("第2次", "市政府", "未签收")), new(3, WarningAct.End(WarningAction.Void, "第2次", "", null)));
        Assert.Equal((0L, 2L), (second.Given, second.Changed));
        Assert.Equal((WarningStatus.Done, false), await StandingAsync(1));
        var escalated = await store.Warnings.FindAsync(2, None);
        Assert.Equal((WarningStatus.Given, "市政府", FirstDay.AddDays(3)), (escalated!.Status, escalated.Office, escalated.Since));
        Assert.Equal((WarningStatus.Closed, false), await StandingAsync(3));

        // The entry was withdrawn: what the run had closed stands again; what a person closed does not.
        var third = await RunAsync(store, FirstDay.AddDays(4), [Load.Notice("P1", "逾期"), Load.Notice("P3", "逾期")]);
        Assert.Equal((0L, 1L), (third.Given, third.Changed));
        Assert.Equal((WarningStatus.Given, true), await StandingAsync(1));
        Assert.Equal([WarningAction.Done, WarningAction.Reopen], await store.Warnings.HistoryAsync(1, None).Select(e => e.Act.Action).ToListAsync());
        Assert.Equal((2L, 1L), (await store.Warnings.HistoryAsync(1, None).Select(e => (e.Run!.Value, e.Act.Entry ?? 0)).FirstAsync()));
        Assert.Empty(await store.CheckAsync(None));

        async Task<(WarningStatus, bool)> StandingAsync(long number) => await store.Warnings.FindAsync(number, None) is { } w ? (w.Status, w.IsOpen) : default;
    }

    [Fact]
    public async Task Warnings_TurnTaken_IsRefusedToOthersAndGivenBack()
    {
        await using var store = await NewStoreAsync();
        await using var second = await ReopenAsync();
        await using (var turn = await store.Warnings.TakeTurnAsync(None))
        {
            await turn.BeginAsync(new(1, FirstDay, default, "测试", 0, 0, 0), None);
            await turn.GiveAsync([Load.Notice("P1", "逾期")], None);
            foreach (var other in new[] { store, second })
                Assert.Equal("WARNING_RUNNING", (await Assert.ThrowsAsync<StoreException>(() => other.Warnings.TakeTurnAsync(None))).Code);
            // Neither people nor the ledger wait for a run that is under way.
            _ = await second.Ledger.AppendAsync([Land.Draft("P1", "patrol")], None);
        }

        await using var next = await second.Warnings.TakeTurnAsync(None);
        Assert.Null(await next.LastAsync(None));
        Assert.Empty(await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).ToListAsync());
        await next.BeginAsync(new(1, FirstDay, default, "测试", 0, 0, 0), None);
        var kept = await next.SaveAsync(None);
        Assert.Equal(0, kept.Given);
    }

    [Theory]
    [InlineData("DELETE FROM warning")]
    [InlineData("UPDATE warning SET due = '2027-01-01'")]
    [InlineData("DELETE FROM warning_event")]
    [InlineData("UPDATE warning_event SET recorded_by = '王五'")]
    public async Task Warnings_ChangedBySql_AreRefusedByTheDatabase(string sql)
    {
        await using (var store = await NewStoreAsync())
        {
            _ = await RunAsync(store, FirstDay, [Load.Notice("P1", "逾期")]);
            _ = await store.Warnings.ActAsync(1, 0, WarningAct.Acknowledge("张三"), None);
        }

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunSqlAsync(sql));

        Assert.Contains("预警", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_KilledWhileARunIsKept_AreThereWholeOrNotAtAll()
    {
        const int WarningKills = 20;
        await using (await NewStoreAsync())
        {
        }

        var reported = 0L;
        for (var kill = 0; kill < WarningKills; kill++)
        {
            var delay = TimeSpan.FromMilliseconds(Random.Shared.Next(0, 60));
            var lines = await KilledImporter.ReportedAsync([.. ImporterArguments, "warnings"], lines: Random.Shared.Next(1, 5), delay);
            reported = Math.Max(reported, lines.Where(l => l.StartsWith("run ", StringComparison.Ordinal)).Select(l => long.Parse(l.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture)).LastOrDefault());

            await using var store = await ReopenAsync();
            Assert.Empty(await store.CheckAsync(None));
            var runs = await store.Warnings.RunsAsync(None).ToListAsync();
            Assert.InRange(runs.Count - reported, 0, 1); // at most the one that was kept and not reported
            Assert.All(runs, r => Assert.Equal(Load.Given, r.Given));
            var all = await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Select(w => w.Notice.Identity).ToListAsync();
            Assert.Equal(runs.Count * Load.Given, all.Distinct().Count());
            await TakenAsync(store);
        }

        Assert.True(reported >= WarningKills / 3, $"Only {reported} runs were kept.");
    }

    [Fact]
    public async Task Warnings_GivenByProcessesAtOnce_AreEachGivenOnce()
    {
        const int Runs = 10;
        await using (await NewStoreAsync())
        {
        }

        var reported = await Workers.RunAsync(3, [.. ImporterArguments, "workers", $"{Runs}"]);

        await using var store = await ReopenAsync();
        Assert.Empty(await store.CheckAsync(None));
        var runs = await store.Warnings.RunsAsync(None).Reverse().ToListAsync();
        Assert.Equal(Enumerable.Range(1, runs.Count).Select(n => (long)n), runs.Select(r => r.Number));
        Assert.Equal(runs.Select(r => $"run {r.Number}").Order(StringComparer.Ordinal), reported.SelectMany(l => l).Where(l => l.StartsWith("run ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.InRange(runs.Count, Runs, Runs + 2);
        // Each run gives its own again beside those of the run before.
        Assert.All(runs, r => Assert.Equal(Load.Given, r.Given));
        var all = await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Select(w => w.Notice.Identity).ToListAsync();
        Assert.Equal((runs.Count * Load.Given, runs.Count * Load.Given), (all.Count, all.Distinct().Count()));
    }

    /// <summary>The dead process holds the turn no longer, as soon as a server has noticed its death.</summary>
    private static async Task TakenAsync(ILandStore store)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var turn = await store.Warnings.TakeTurnAsync(None);
                return;
            }
            catch (StoreException refused) when (refused.Code == "WARNING_RUNNING" && tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<WarningRun> RunAsync(ILandStore store, DateOnly day, IReadOnlyList<WarningNotice> notices, params WarningChange[] changes)
    {
        await using var turn = await store.Warnings.TakeTurnAsync(None);
        var last = await turn.LastAsync(None);
        await turn.BeginAsync(new((last?.Number ?? 0) + 1, day, default, "测试", 0, 0, 0), None);
        await turn.GiveAsync(notices, None);
        await turn.ChangeAsync(changes, None);
        return await turn.SaveAsync(None);
    }
}
