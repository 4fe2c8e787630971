using System.CommandLine;
using Huodi.App.Cases;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case open</c>: opens a case about a piece of land.</summary>
internal static class OpenCaseCommand
{
    public static Command Create(CliHost host)
    {
        var procedure = new Argument<string>("程序") { Description = "程序编号，见 huodi case procedures" };
        var subject = LedgerOptions.Subject();
        var number = new Option<string?>("--number") { Description = "案件编号；默认由系统接着编，如 2026-0001" };
        var day = CliOptions.AsOf("--day", "立案之日；默认今天");
        var document = new Option<string>("--document") { Description = "立案的依据文件", Required = true };
        var file = new Option<FileInfo?>("--file") { Description = "依据文件本身，记下其 SHA-256" };
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("open", "立案") { procedure, subject, number, day, document, file, by, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            var evidence = EntryInput.Document(parse.GetValue(document)!, parse.GetValue(file));
            var keep = new KeepCases(library, ledger, land.Ledger, host.Today);
            var opened = await CaseInput.GuardedAsync(() => keep.OpenAsync(
                LedgerOptions.Read(parse.GetValue(subject)!), parse.GetValue(procedure)!, parse.GetValue(number), parse.GetValue(day) ?? host.Today, parse.GetValue(by)!, evidence, cancellation));
            CaseText.Require(opened.Faults);
            host.Out.WriteLine($"已立案 {opened.File?.Number}（第 {opened.Entry?.Number} 条登记）。下一步：{opened.File?.Next?.Name}。");
            return 0;
        });
        return command;
    }
}
