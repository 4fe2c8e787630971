using System.CommandLine;
using Huodi.App.Cases;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case list</c>: the cases by last day, with what is next in each.</summary>
internal static class ListCasesCommand
{
    public static Command Create(CliHost host)
    {
        var all = new Option<bool>("--all") { Description = "结案、终止的也列出" };
        var asOf = CliOptions.AsOf("--as-of", "截至哪一日；默认今天");
        var known = LedgerOptions.KnownAsOf();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("list", "列出案件，最迟日期在前的先列") { all, asOf, known, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var (day, moment) = (parse.GetValue(asOf) ?? host.Today, LedgerOptions.Moment(parse.GetValue(known)));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var read = new ReadNextStep(library, ledger);
            var cases = new List<(CaseFile File, NextStep? Next)>();
            await foreach (var (file, entries) in new KeepCases(library, ledger, land.Ledger, host.Today).AllAsync(day, moment, cancellation))
            {
                if (parse.GetValue(all) || file.Standing is CaseStanding.Running or CaseStanding.Broken) cases.Add((file, read.Of(file, entries, day, moment)));
            }

            foreach (var (file, next) in cases.OrderBy(c => c.Next?.LastDay ?? DateOnly.MaxValue).ThenBy(c => c.File.Number, StringComparer.Ordinal))
                host.Out.WriteLine($"{file.Number}　{file.StandingWords}　{file.Subject}　{file.Course?.Procedure.Name}　{(next is null ? "" : $"下一步：{next.Step.Name}，{CaseText.Due(next)}")}");
            host.Out.WriteLine($"截至 {day:yyyy-MM-dd} 共 {cases.Count} 件。");
            return 0;
        });
        return command;
    }
}
