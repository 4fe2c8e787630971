using System.CommandLine;
using Huodi.App.Ledger;
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
        var file = new Option<FileInfo?>("--file") { Description = "依据文件本身，记下其 SHA-256" };
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        day.Required = true;
        var command = new Command("add", "登记一条") { kind, subject, day, set, document, file, by, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var name = parse.GetValue(kind)!;
            var fields = EntryInput.Fields(parse.GetValue(set) ?? [], library.Dictionary);
            var evidence = EntryInput.Document(parse.GetValue(document)!, parse.GetValue(file));
            var draft = EntryInput.Guarded(() => new LedgerDraft(
                LedgerOptions.Read(parse.GetValue(subject)!),
                ledger.Kinds.Find(name)?.English ?? name,
                parse.GetValue(day)!.Value, // The option is required.
                parse.GetValue(by)!,
                evidence,
                LedgerPayload.Of(fields)));
            EntryInput.Require(new EntryCheck(ledger.Kinds, library.Dictionary).Check(draft, host.Today));
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            var appended = (await land.Ledger.AppendAsync([draft], cancellation))[0];
            host.Out.WriteLine(appended.IsNew
                ? $"已登记为第 {appended.Entry.Number} 条，散列值 {appended.Entry.Hash[..16]}…"
                : $"与第 {appended.Entry.Number} 条完全相同，没有重复登记。");
            return 0;
        });
        return command;
    }
}
