using System.CommandLine;
using Huodi.App.Documents;
using Huodi.App.Ledger;
using Huodi.Cli.Documents;
using Huodi.Cli.Land;
using Huodi.Domain.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger correct</c>: an entry that takes the place of an earlier one, or takes it back.</summary>
internal static class CorrectCommand
{
    public static Command Create(CliHost host)
    {
        var number = new Argument<long>("登记号") { Description = "被更正的登记号" };
        var reason = new Option<string>("--reason") { Description = "更正理由", Required = true };
        var withdraw = new Option<bool>("--withdraw") { Description = "撤回，不另立内容" };
        var day = CliOptions.AsOf("--happened", "改正后的发生日；默认照旧");
        var set = new Option<string[]>("--set") { Description = "改正的字段，写成 名称=值；值留空为删去该字段；其余照旧", AllowMultipleArgumentsPerToken = true };
        var document = new Option<string?>("--document") { Description = "更正的依据文件；默认照旧" };
        var file = new EvidenceOptions();
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("correct", "更正或者撤回一条登记；原登记保留") { number, reason, withdraw, day, set, document, by, store, policies };
        file.AddTo(command);
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var old = await land.Ledger.FindAsync(parse.GetValue(number), cancellation)
                ?? throw new CliException("LEDGER_SUPERSEDES", $"没有第 {parse.GetValue(number)} 条登记。", "用 huodi ledger show 核对登记号。");
            var fields = old.Draft.Payload.Fields();
            foreach (var (name, value) in EntryInput.Fields(parse.GetValue(set) ?? [], library.Dictionary)) fields[name] = value?.DeepClone();
            var evidence = parse.GetValue(document) is null && file.File(parse) is null
                ? new(old.Draft.Document, [])
                : await file.ReadAsync(parse, parse.GetValue(document) ?? old.Draft.Document.Name, cancellation);
            var isWithdrawn = parse.GetValue(withdraw);
            var draft = EntryInput.Guarded(() => new LedgerDraft(
                old.Subject,
                isWithdrawn ? EffectiveEntries.Withdrawal : old.Kind,
                parse.GetValue(day) ?? old.Happened,
                parse.GetValue(by)!,
                evidence.Document,
                isWithdrawn ? LedgerPayload.Empty : LedgerPayload.Of(fields),
                new Supersession(old.Number, parse.GetValue(reason)!)));
            EntryInput.Require(new EntryCheck(ledger.Kinds, library).Check(draft, host.Today));
            _ = await new KeepFiles(land.Documents, evidence.Files).RunAsync(draft.By, cancellation);
            var appended = (await land.Ledger.AppendAsync([draft], cancellation))[0];
            host.Out.WriteLine($"第 {old.Number} 条已由第 {appended.Entry.Number} 条{(isWithdrawn ? "撤回" : "更正")}。");
            return 0;
        });
        return command;
    }
}
