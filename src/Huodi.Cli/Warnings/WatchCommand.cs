using System.CommandLine;
using System.Globalization;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi watch</c>: gives the day's warnings every day, until Ctrl-C.</summary>
internal static class WatchCommand
{
    private const string Form = "HH:mm";

    public static Command Create(CliHost host)
    {
        var daily = Daily();
        daily.DefaultValueFactory = _ => new TimeOnly(6, 0);
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var checkIn = CheckIn();
        var command = new Command("watch", "每天定时发预警，直到按 Ctrl-C；停机漏掉的日子启动时补发。服务器库可以同时开几个，只有一个会发") { daily, checkIn, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var (path, time) = (parse.GetValue(store)!, parse.GetValue(daily)!.Value); // It has a default.
            await using var land = await StoreOpener.OpenExistingAsync(path, host.Time, cancellation);
            await using var watch = await DailyWatch.StartAsync(path, new(host, land, library, ledger, time), parse.GetValue(checkIn), host.Error, cancellation);
            host.Out.WriteLine($"每天 {time.ToString(Form, CultureInfo.InvariantCulture)}（北京时间）发预警　按 Ctrl-C 停止");
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        });
        return command;
    }

    private static Option<int> CheckIn()
    {
        const int Most = 600;
        var checkIn = new Option<int>("--check-in")
        {
            Description = "服务器库：每几秒报到一次；断了的进程，别的进程在大约两倍时间后接手",
            DefaultValueFactory = _ => DailyWatch.UsualCheckIn,
        };
        checkIn.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most) result.AddError($"--check-in 应在 1 到 {Most} 秒之间。");
        });
        return checkIn;
    }

    /// <summary>The time of day.</summary>
    public static Option<TimeOnly?> Daily() => new("--daily")
    {
        Description = "每天几点发预警（北京时间），如 06:00",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
            result.AddError($"--daily 应为时刻，实为“{text}”。写成 06:00 的样子。");
            return null;
        },
    };
}
