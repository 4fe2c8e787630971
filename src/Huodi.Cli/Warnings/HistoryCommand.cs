using System.CommandLine;
using Huodi.App.Ledger.Readings;
using Huodi.Cli.Land;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings history</c>: the runs.</summary>
internal static class HistoryCommand
{
    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var command = new Command("history", "每日预警的运行记录，最近的在前") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            await foreach (var run in land.Warnings.RunsAsync(cancellation))
                host.Out.WriteLine($"{WarningText.Of(run)}　{LedgerDates.Local(run.RanAt)}　{run.By}　台账 {run.LedgerEntries} 条");
            return 0;
        });
        return command;
    }
}
