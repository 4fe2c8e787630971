using Huodi.App.Stores;
using Huodi.App.Warnings;
using Huodi.Cli.Tests.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Policies.Ledger;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;
using Huodi.Store.Tests.Postgres;

namespace Huodi.Cli.Tests.Stores;

/// <summary>Warnings that were given, acknowledged, delegated, closed, escalated and ended go through every way a store can go.</summary>
public sealed class WarningSurvivalTests(PostgresServer server) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly First = new(2025, 9, 1);
    private static readonly DateOnly Escalated = new(2025, 9, 4);
    private static readonly DateOnly Overdue = new(2025, 10, 1);
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("file", "backup", "file")]
    [InlineData("server", "backup", "server")]
    [InlineData("server", "backup", "file")]
    [InlineData("file", "copy", "server")]
    [InlineData("server", "copy", "file")]
    public async Task Store_GoneAnotherWay_HoldsEveryWarningAndGoesOn(string from, string way, string to)
    {
        var (source, target) = (await PlaceAsync(from, "from.gpkg"), await PlaceAsync(to, "to.gpkg"));
        await FillAsync(source);
        var before = await SnapshotAsync(source);
        if (way == "copy")
        {
            await HuodiAsync("store", "copy", source, target);
        }
        else
        {
            if (from == to) target = source;
            await HuodiAsync("store", "backup", source, _session.File("backup.gpkg"));
            if (from == to) _ = await RunAsync(source, new(2025, 9, 20)); // what happens behind the backup is gone
            await HuodiAsync(["store", "restore", _session.File("backup.gpkg"), target, .. from == to ? ["--force"] : Array.Empty<string>()]);
        }

        Assert.Equal(before, await SnapshotAsync(target));
        var (last, isNew) = await RunAsync(target, Escalated);
        Assert.False(isNew);
        var again = await RunAsync(target, Escalated, again: true);
        Assert.Equal((last.Number + 1, 0L, 0L), (again.Run.Number, again.Run.Given, again.Run.Changed));

        await using var store = await OpenAsync(target);
        Assert.Empty((await store.Ledger.VerifyAsync(null, None)).Problems);
        var acknowledged = await StartAsync(store, 1);
        var late = await Assert.ThrowsAsync<StoreException>(() => store.Warnings.ActAsync(acknowledged.Number, 0, WarningAct.Acknowledge("王五"), None));
        Assert.Contains("由 张三 签收", late.Message, StringComparison.Ordinal);
        foreach (var (grant, act) in new[] { (1, WarningAct.Close("张三", "已催告", new("催告函", new('a', 64)), null)), (2, WarningAct.Acknowledge("李四")), (4, WarningAct.Delegate("市政府", "执法队", "", "核实")) })
            _ = await new ActOnWarning(store).ActAsync((await StartAsync(store, grant)).Number, null, act, [], None);

        var next = await RunAsync(target, Overdue);
        Assert.True(next.IsNew && next.Run.Given > 0);
        Assert.Equal([WarningStatus.Closed, WarningStatus.Superseded, WarningStatus.Closed, WarningStatus.Superseded, WarningStatus.Done], await Task.WhenAll(Enumerable.Range(1, 5).Select(async n => (await StartAsync(store, n)).Status)));
        await AssertOnceAsync(store);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("server")]
    public async Task Restore_OfAnOlderBackup_IsCaughtUpByTheNextRunAndDoublesNothing(string kind)
    {
        var place = await PlaceAsync(kind, "city.gpkg");
        await FillAsync(place);
        await HuodiAsync("store", "backup", place, _session.File("older.gpkg"));
        await CatchUpAsync(place, Overdue);
        var given = await IdentitiesAsync(place);

        await HuodiAsync("store", "restore", _session.File("older.gpkg"), place, "--force");
        var runs = await CatchUpAsync(place, Overdue);

        Assert.Equal(Enumerable.Range(1, Overdue.DayNumber - Escalated.DayNumber).Select(Escalated.AddDays), runs.Select(r => r.Day));
        Assert.Equal(given, await IdentitiesAsync(place));
        Assert.Empty(await CatchUpAsync(place, Overdue));
        await using var store = await OpenAsync(place);
        await AssertOnceAsync(store);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("server")]
    public async Task Restore_WhileADailyRunIsUnderWay_IsRefusedAndChangesNothing(string kind)
    {
        var place = await PlaceAsync(kind, "city.gpkg");
        await FillAsync(place);
        await HuodiAsync("store", "backup", place, _session.File("older.gpkg"));
        var before = await SnapshotAsync(place);
        await using (var store = await OpenAsync(place))
        await using (await store.Warnings.TakeTurnAsync(None))
        {
            var (exit, _, error) = await _session.RunAsync("store", "restore", _session.File("older.gpkg"), place, "--force");
            Assert.Equal(1, exit);
            Assert.Contains("WARNING_RUNNING", error, StringComparison.Ordinal);
            Assert.DoesNotContain(_session.Files(), f => f.Contains(".before-", StringComparison.Ordinal));
        }

        Assert.Equal(before, await SnapshotAsync(place));
        await HuodiAsync("store", "restore", _session.File("older.gpkg"), place, "--force");
    }

    private static WarningRules Rules => Carried.Ledger.Warnings with
    {
        Escalations = [new("未签收升级", WarningCondition.NotAcknowledged, 3, [])],
        Superiors = new Dictionary<string, string> { ["自然资源主管部门"] = "市政府" },
    };

    private static async Task<(WarningRun Run, bool IsNew)> RunAsync(string place, DateOnly day, bool again = false)
    {
        await using var store = await OpenAsync(place);
        return await new RunWarnings(store, Carried.Library, Carried.Ledger with { Warnings = Rules }).RunAsync(day, "测试", again, None);
    }

    private static async Task<IReadOnlyList<WarningRun>> CatchUpAsync(string place, DateOnly day)
    {
        await using var store = await OpenAsync(place);
        return await new RunWarnings(store, Carried.Library, Carried.Ledger with { Warnings = Rules }).CatchUpAsync(day, "测试", None);
    }

    private static async Task<ILandStore> OpenAsync(string place) => place.Contains("Host=", StringComparison.Ordinal)
        ? await PostgresStore.OpenAsync(place, TimeProvider.System, None)
        : await GeoPackageStore.OpenAsync(place, TimeProvider.System, None);

    private static string Grant(int n) => $"2102112025B0000{n}";

    /// <summary>The warning that a grant's building is to start within a month.</summary>
    private static async Task<Warning> StartAsync(ILandStore store, int grant) =>
        await store.Warnings.ListAsync(new() { IsOpen = false, Subject = new(Domain.Ledger.LedgerSubjectKind.Grant, Grant(grant)) }, 0, null, None)
            .SingleAsync(w => w.Notice.Identity.Rule == "CN-53-22/动工" && w.Notice.Identity.Level == "提前1个月");

    private static async Task<List<string>> SnapshotAsync(string place)
    {
        await using var store = await OpenAsync(place);
        var all = new List<string>();
        await foreach (var run in store.Warnings.RunsAsync(None)) all.Add($"{run}");
        var warnings = await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).OrderBy(w => w.Number).ToListAsync();
        foreach (var warning in warnings)
        {
            all.Add($"{warning with { Notice = warning.Notice with { Articles = [] } }} {string.Join('、', warning.Notice.Articles)}");
            await foreach (var happened in store.Warnings.HistoryAsync(warning.Number, None)) all.Add($"{happened}");
        }

        return all;
    }

    private static async Task<List<string>> IdentitiesAsync(string place)
    {
        await using var store = await OpenAsync(place);
        return [.. (await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Select(w => $"{w.Notice.Identity} {w.GivenFor:O} {w.Status}").ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private static async Task AssertOnceAsync(ILandStore store)
    {
        Assert.Empty(await store.CheckAsync(None));
        var all = await store.Warnings.ListAsync(new() { IsOpen = false }, 0, null, None).Select(w => w.Notice.Identity).ToListAsync();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    /// <summary>Five grants: acknowledged, delegated, closed, escalated, and done by the ledger.</summary>
    private async Task FillAsync(string place)
    {
        foreach (var n in Enumerable.Range(1, 5))
        {
            await HuodiAsync(
                "ledger", "add", "供地", $"grant:{Grant(n)}", "--happened", "2025-07-01", "--set", "权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211", "约定开工日期=2025-09-30",
                "--document", "合同", "--by", "张三", "--store", place);
        }

        Assert.True((await RunAsync(place, First)).Run.Given >= 5);
        await using (var store = await OpenAsync(place))
        {
            foreach (var (grant, act) in new[] { (1, WarningAct.Acknowledge("张三")), (2, WarningAct.Delegate("张三", "利用科", "李四", "分工")), (3, WarningAct.Close("张三", "已办", null, 3)) })
                _ = await new ActOnWarning(store).ActAsync((await StartAsync(store, grant)).Number, 0, act, [], None);
        }

        await HuodiAsync("ledger", "add", "开工", $"grant:{Grant(5)}", "--happened", "2025-09-02", "--set", "取得施工许可证=是", "--document", "许可证", "--by", "张三", "--store", place);
        _ = await RunAsync(place, Escalated);
        await using var after = await OpenAsync(place);
        Assert.Equal(
            [WarningStatus.Acknowledged, WarningStatus.Delegated, WarningStatus.Closed, WarningStatus.Given, WarningStatus.Done],
            await Task.WhenAll(Enumerable.Range(1, 5).Select(async n => (await StartAsync(after, n)).Status)));
        Assert.Equal("市政府", (await StartAsync(after, 4)).Office);
    }

    private async Task<string> PlaceAsync(string kind, string file) => kind == "server" ? await server.NewDatabaseAsync() : _session.File(file);

    private async Task HuodiAsync(params string[] command)
    {
        var (exit, _, error) = await _session.RunAsync(command);
        Assert.True(exit == 0, error);
    }
}
