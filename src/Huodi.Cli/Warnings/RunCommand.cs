using System.CommandLine;
using Huodi.App.Warnings;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings run</c>: the daily run, once and by hand.</summary>
internal static class RunCommand
{
    public static Command Create(CliHost host)
    {
        var asOf = CliOptions.AsOf("--as-of", "为哪一日核对；默认今天，不能晚于今天，也不能早于上次");
        var again = new Option<bool>("--again") { Description = "当日已核对过、台账也没有新登记，仍再核对（条文或者声明改了以后用）" };
        var by = new Option<string>("--by") { Description = "谁运行的", DefaultValueFactory = _ => "手工运行" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("run", "核对全部时限，发出当日的预警；重复运行不会重复发") { asOf, again, by, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var today = DateOnly.FromDateTime(await StoreClock.NowAsync(host, land, cancellation));
            var day = parse.GetValue(asOf) ?? today;
            if (day > today) throw new CliException("WARNING_DAY", $"{day:yyyy-MM-dd} 还没有到，不能提前发预警。", "用 huodi ledger due --as-of 预先查看。");
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var run = new RunWarnings(land, library, ledger);
            var (kept, isNew) = await new Steps(host.Error, host.Time).RunAsync(
                "核对", () => run.RunAsync(day, parse.GetValue(by)!, parse.GetValue(again), cancellation));
            host.Out.WriteLine(isNew ? WarningText.Of(kept) : $"{day:yyyy-MM-dd} 已核对过（第 {kept.Number} 次），台账没有新登记，没有再发。");
            return 0;
        });
        return command;
    }
}
