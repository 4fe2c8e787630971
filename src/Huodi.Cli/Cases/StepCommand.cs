using System.CommandLine;
using Huodi.App.Cases;
using Huodi.Cli.Documents;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Policies.Packages;
using Huodi.Policies.Procedures;

namespace Huodi.Cli.Cases;

/// <summary><c>huodi case step</c>: records a step of a case.</summary>
internal static class StepCommand
{
    public static Command Create(CliHost host)
    {
        var number = new Argument<string>("案件编号");
        var step = new Argument<string>("步骤") { Description = "步骤名称，见 huodi case show 的下一步" };
        var outcome = new Option<string>("--outcome") { Description = "结果；只有一种结果的步骤不必写", DefaultValueFactory = _ => ProcedureStep.Done };
        var role = new Option<string>("--role") { Description = "谁办的，照程序所列", Required = true };
        var day = CliOptions.AsOf("--day", "办理之日；送达的步骤写送达之日");
        day.Required = true;
        var at = new Option<string[]>("--with") { Description = "具备的材料，写成 名称 或 名称=文件；可写多次", AllowMultipleArgumentsPerToken = true };
        var ground = new Option<string>("--ground") { Description = "不按顺序办理的理由和依据", DefaultValueFactory = _ => "" };
        var set = new Option<string[]>("--set") { Description = "其他字段，写成 名称=值，如 文号=…", AllowMultipleArgumentsPerToken = true };
        var place = new Option<int?>("--place") { Description = "这是第几步；写明后，别人先登记了这一步的，拒绝登记" };
        var document = new Option<string>("--document") { Description = "这一步的依据文件", Required = true };
        var file = new EvidenceOptions();
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("step", "登记一步") { number, step, outcome, role, day, at, ground, set, place, document, by, store, policies };
        file.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var evidence = await file.ReadAsync(parse, parse.GetValue(document)!, cancellation);
            var (documents, files) = await CaseInput.DocumentsAsync(parse.GetValue(at) ?? [], file.Limit(parse), cancellation);
            var done = new CaseEvent(
                parse.GetValue(day)!.Value, // The option is required.
                parse.GetValue(step)!,
                parse.GetValue(outcome)!,
                parse.GetValue(role)!,
                [.. documents.Select(d => d.Name)],
                parse.GetValue(ground)!.Trim());
            var request = new StepRequest(
                parse.GetValue(number)!,
                done,
                documents,
                EntryInput.Fields(parse.GetValue(set) ?? [], library.Dictionary),
                parse.GetValue(by)!,
                evidence.Document,
                parse.GetValue(place));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            request = request with { Files = new(land.Documents, [.. evidence.Files, .. files]) };
            var recorded = await CaseInput.GuardedAsync(() => new KeepCases(library, ledger, land.Ledger, host.Today).RecordAsync(request, cancellation));
            CaseText.Require(recorded.Faults);
            host.Out.WriteLine($"已登记第 {recorded.File?.Steps.Count} 步（第 {recorded.Entry?.Number} 条登记）。{(recorded.File?.Next is { } next ? $"下一步：{next.Name}。" : $"{recorded.File?.StandingWords}。")}");
            return 0;
        });
        return command;
    }
}
