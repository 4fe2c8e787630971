using System.CommandLine;
using Huodi.App.Cases;
using Huodi.Cli.Documents;
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
        var file = new EvidenceOptions();
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("open", "立案") { procedure, subject, number, day, document, by, store, policies };
        file.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            var evidence = await file.ReadAsync(parse, parse.GetValue(document)!, cancellation);
            var keep = new KeepCases(library, ledger, land.Ledger, host.Today);
            var request = new OpenRequest(
                LedgerOptions.Read(parse.GetValue(subject)!), parse.GetValue(procedure)!, parse.GetValue(number), parse.GetValue(day) ?? host.Today, parse.GetValue(by)!, evidence.Document)
            {
                Files = new(land.Documents, evidence.Files),
            };
            var opened = await CaseInput.GuardedAsync(() => keep.OpenAsync(request, cancellation));
            CaseText.Require(opened.Faults);
            host.Out.WriteLine($"已立案 {opened.File?.Number}（第 {opened.Entry?.Number} 条登记）。下一步：{opened.File?.Next?.Name}。");
            return 0;
        });
        return command;
    }
}
