using System.CommandLine;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.Cli.Documents;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger add</c>: records one entry.</summary>
internal static class AddCommand
{
    public static Command Create(CliHost host)
    {
        var kind = new Argument<string>("种类") { Description = "种类的中文名或英文名，见 huodi ledger kinds" };
        var subject = LedgerOptions.Subject();
        var day = CliOptions.AsOf("--happened", "发生日");
        var set = new Option<string[]>("--set") { Description = "字段，写成 名称=值；可写多次", AllowMultipleArgumentsPerToken = true };
        var document = new Option<string>("--document") { Description = "依据文件的名称和文号", Required = true };
        var file = new EvidenceOptions();
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        day.Required = true;
        var command = new Command("add", "登记一条") { kind, subject, day, set, document, by, store, policies };
        file.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var name = parse.GetValue(kind)!;
            var fields = EntryInput.Fields(parse.GetValue(set) ?? [], library.Dictionary);
            var evidence = await file.ReadAsync(parse, parse.GetValue(document)!, cancellation);
            var draft = EntryInput.Guarded(() => new LedgerDraft(
                LedgerOptions.Read(parse.GetValue(subject)!),
                ledger.Kinds.Find(name)?.English ?? name,
                parse.GetValue(day)!.Value, // The option is required.
                parse.GetValue(by)!,
                evidence.Document,
                LedgerPayload.Of(fields)));
            EntryInput.Require(new EntryCheck(ledger.Kinds, library).Check(draft, host.Today));
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            _ = await new KeepFiles(land.Documents, evidence.Files).RunAsync(draft.By, cancellation);
            var appended = (await land.Ledger.AppendAsync([draft], cancellation))[0];
            host.Out.WriteLine(appended.IsNew
                ? $"已登记为第 {appended.Entry.Number} 条{(appended.Withdrawn is { } old ? $"（与已撤回的第 {old} 条完全相同，重新登记）" : "")}，散列值 {appended.Entry.Hash[..16]}…"
                : $"与第 {appended.Entry.Number} 条完全相同，没有重复登记。");
            return 0;
        });
        return command;
    }
}
