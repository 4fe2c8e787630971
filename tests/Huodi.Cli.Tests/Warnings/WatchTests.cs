using System.Diagnostics;
using Huodi.Store.Tests.Postgres;
using Npgsql;

namespace Huodi.Cli.Tests.Warnings;

/// <summary>The scheduler, in memory beside a file and clustered on a server.</summary>
public sealed class WatchTests(PostgresServer server) : IDisposable
{
    private const string Grant = "grant:2102112025B00001";
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Watch_BesideAFile_MakesUpForTheDayAtOnceAndOnlyOnce()
    {
        await SupplyAsync(_session.Store);

        var first = await WatchAsync("第 1 次每日预警，为 2026-03-01");
        var second = await WatchAsync("2026-03-01 的预警已经发过");

        Assert.Contains("每天 00:00（北京时间）发预警", first, StringComparison.Ordinal);
        Assert.DoesNotContain("第 2 次", second, StringComparison.Ordinal);
        Assert.Single((await _session.RunAsync("warnings", "history", "--store", _session.Store)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Watch_ByTwoProcessesOnAServer_RunsTheDayOnce()
    {
        var database = await server.NewDatabaseAsync();
        await SupplyAsync(database);

        using var left = Start(database);
        using var right = Start(database);
        var lines = new List<string>();
        var reading = new[] { left, right }.Select(w => w.StandardOutput.ReadLineAsync()).ToList();
        while (!(lines.Exists(l => l.Contains("第 1 次每日预警", StringComparison.Ordinal)) && lines.Exists(l => l.Contains("已经发过", StringComparison.Ordinal))))
        {
            var done = await Task.WhenAny(reading);
            var at = reading.IndexOf(done);
            lines.Add(await done ?? throw new InvalidOperationException(string.Join('\n', lines)));
            reading[at] = (at == 0 ? left : right).StandardOutput.ReadLineAsync();
        }

        left.Kill();
        right.Kill();

        Assert.Single(lines, l => l.Contains("每日预警，为", StringComparison.Ordinal));
        await using var source = NpgsqlDataSource.Create(database);
        Assert.Equal(1L, await source.CreateCommand("SELECT count(*) FROM huodi.warning_run").ExecuteScalarAsync());
        Assert.Equal(2L, await source.CreateCommand("SELECT count(*) FROM huodi_quartz.qrtz_scheduler_state").ExecuteScalarAsync());
        Assert.Equal(0L, await source.CreateCommand("SELECT count(*) FROM (SELECT 1 FROM huodi.warning GROUP BY subject_id, rule, term, level HAVING count(*) > 1) d").ExecuteScalarAsync());
    }

    private static Process Start(string database)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "huodi.dll"), "watch", "--daily", "00:00", "--store", database }) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException();
    }

    /// <summary>Watches until a line with these words was printed, then stops.</summary>
    private async Task<string> WatchAsync(string words)
    {
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter(words, stop);
        using var error = new StringWriter();
        var exit = await HuodiCli.RunAsync(
            ["watch", "--daily", "00:00", "--store", _session.Store], new(TextWriter.Synchronized(output), TextWriter.Synchronized(error), Testing.FixedClock.On(2026, 3, 1)), stop.Token);
        Assert.True(exit == 0, error.ToString());
        return output.ToString();
    }

    private async Task SupplyAsync(string store)
    {
        var (exit, _, error) = await _session.RunAsync(
            "ledger", "add", "供地", Grant, "--happened", "2025-07-01", "--set", "权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211", "约定开工日期=2025-09-30",
            "--document", "合同", "--by", "张三", "--store", store);
        Assert.True(exit == 0, error);
    }

    /// <summary>Asks to stop when the words were written.</summary>
    private sealed class StoppingWriter(string words, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true) stop.Cancel();
        }
    }
}
