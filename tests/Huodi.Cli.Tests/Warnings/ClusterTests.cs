using System.Globalization;
using Huodi.Store.Tests.Postgres;
using Npgsql;

namespace Huodi.Cli.Tests.Warnings;

/// <summary>Watchers beside a server, as real processes: one is killed, the server falls, a clock is wrong, a machine is elsewhere.</summary>
public sealed class ClusterTests(PostgresServer server) : IDisposable
{
    private const string Grant = "grant:2102112025B00001";
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Watch_KilledInTheMiddleOfARun_IsTakenOverAndTheRunIsWholeAndOnce()
    {
        var database = await server.NewDatabaseAsync();
        await SupplyAsync(database);
        await using var source = NpgsqlDataSource.Create(database);

        using var left = Watch(database);
        using var right = await InTheMiddleAsync(source, async () =>
        {
            var other = Watch(database);
            _ = await other.LineAsync("发预警");
            await left.KillAsync();
            return other;
        });
        _ = await right.LineAsync("第 1 次每日预警");
        await right.KillAsync();

        Assert.Empty(await right.ErrorsAsync);
        await AssertOneRunAsync(database, source);
    }

    [Fact]
    public async Task Watch_WhileTheServerFallsInTheMiddleOfARun_RunsWhenItIsBackAndWatchesOn()
    {
        await using var own = new PostgresServer();
        var database = await own.NewDatabaseAsync();
        await SupplyAsync(database);
        var before = 0L;

        using var watcher = Watch(database);
        await using (var source = NpgsqlDataSource.Create(database + ";Pooling=false"))
        {
            before = await InTheMiddleAsync(source, async () =>
            {
                await own.RestartAsync();
                return await CheckInAsync(source);
            });
        }

        _ = await watcher.LineAsync("第 1 次每日预警");
        await using var again = NpgsqlDataSource.Create(database);
        while (await CheckInAsync(again) <= before) await Task.Delay(100); // or the test runs into its time
        await watcher.KillAsync();

        await AssertOneRunAsync(database, again);
    }

    /// <summary>A day ahead, and a day behind.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Watch_WithAClockThatIsNotTheServers_IsRefusedAndGivesNothing(int days)
    {
        var database = await server.NewDatabaseAsync();
        await SupplyAsync(database);
        var wrong = new Testing.FixedClock(TimeProvider.System.GetUtcNow().AddDays(days));

        using StringWriter output = new(), error = new();
        var exit = await HuodiCli.RunAsync(["watch", "--daily", "00:00", "--store", database], new(output, error, wrong), CancellationToken.None);
        Assert.Equal(1, exit);
        Assert.Contains("CLOCK_APART", error.ToString(), StringComparison.Ordinal);

        // Run by hand it asks the server for the day.
        Assert.Equal(0, await HuodiCli.RunAsync(["warnings", "run", "--store", database], new(output, error, wrong), CancellationToken.None));
        await using var source = NpgsqlDataSource.Create(database);
        Assert.InRange(await NumberAsync(source, "SELECT abs(day - (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date) FROM huodi.warning_run"), 0, 1); // midnight may pass
    }

    [Fact]
    public async Task Watch_BesideAFileRunByAClockThatWasAhead_GivesNothingTwiceAndSaysSo()
    {
        await SupplyAsync(_session.Store);
        using StringWriter output = new(), error = new();
        var ahead = Testing.FixedClock.On(2026, 3, 2);
        Assert.Equal(0, await HuodiCli.RunAsync(["warnings", "run", "--store", _session.Store], new(output, error, ahead), CancellationToken.None));

        var (exit, _, refused) = await _session.RunAsync("warnings", "run", "--store", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("WARNING_DAY", refused, StringComparison.Ordinal);
        Assert.Contains("2026-03-02", refused, StringComparison.Ordinal);
    }

    /// <summary>At any moment one of the two zones has another day than China.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    public async Task Watch_OnAMachineOfAnotherZone_RunsForTheDayInChina(string zone)
    {
        await SupplyAsync(_session.Store);
        var earliest = Day();

        using var watcher = Watcher.Start(zone, "watch", "--daily", "00:00", "--store", _session.Store);
        var line = await watcher.LineAsync("第 1 次每日预警");
        await watcher.KillAsync();

        Assert.Contains(line.Split("为 ")[1][..10], new[] { earliest, Day() });

        static string Day() => TimeProvider.System.GetUtcNow().AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static Watcher Watch(string database) => Watcher.Start(null, "watch", "--daily", "00:00", "--check-in", "1", "--store", database);

    /// <summary>
    /// Does something while a run has read and reckoned everything, and waits to write it: reading the warnings is free, writing is not.
    /// </summary>
    private static async Task<T> InTheMiddleAsync<T>(NpgsqlDataSource source, Func<Task<T>> work)
    {
        await using var holder = await source.OpenConnectionAsync();
        var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("LOCK TABLE huodi.warning IN SHARE MODE", holder, transaction)) _ = await hold.ExecuteNonQueryAsync();
        while (await NumberAsync(source, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'huodi.warning'::regclass") == 0) await Task.Delay(50);
        var done = await work();
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException)
        {
            // The server has forgotten it.
        }

        return done;
    }

    private static async Task AssertOneRunAsync(string database, NpgsqlDataSource source)
    {
        Assert.Equal(1, await NumberAsync(source, "SELECT count(*) FROM huodi.warning_run"));
        Assert.True(await NumberAsync(source, "SELECT given FROM huodi.warning_run") > 0);
        Assert.Equal(0, await NumberAsync(source, "SELECT (SELECT given FROM huodi.warning_run) - count(*) FROM huodi.warning"));
        Assert.Equal(0, await NumberAsync(source, "SELECT count(*) FROM (SELECT 1 FROM huodi.warning GROUP BY subject_id, rule, term, level HAVING count(*) > 1) d"));
        await using var store = await Store.Postgres.PostgresStore.OpenAsync(database, TimeProvider.System, CancellationToken.None);
        Assert.Empty(await store.CheckAsync(CancellationToken.None));
    }

    private static Task<long> CheckInAsync(NpgsqlDataSource source) => NumberAsync(source, "SELECT max(last_checkin_time) FROM huodi_quartz.qrtz_scheduler_state");

    private static async Task<long> NumberAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task SupplyAsync(string store)
    {
        var (exit, _, error) = await _session.RunAsync(
            "ledger", "add", "供地", Grant, "--happened", "2025-07-01", "--set", "权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211", "约定开工日期=2025-09-30",
            "--document", "合同", "--by", "张三", "--store", store);
        Assert.True(exit == 0, error);
    }
}
