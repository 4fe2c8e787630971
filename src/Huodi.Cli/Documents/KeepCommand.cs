using System.CommandLine;
using Huodi.App.Documents;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;

namespace Huodi.Cli.Documents;

/// <summary><c>huodi document keep FILE…</c>: keeps files; either all that are given or, where one is refused, none.</summary>
internal static class KeepCommand
{
    public static Command Create(CliHost host)
    {
        var files = new Argument<FileInfo[]>("文件") { Description = "要存入的文件，可写多个", Arity = ArgumentArity.OneOrMore };
        var by = LedgerOptions.By();
        var most = EvidenceOptions.Megabytes();
        var store = CliOptions.Store();
        var command = new Command("keep", "把文件存入地库，同一份只存一次；存入后不能改、不能删") { files, by, most, store };
        command.SetAction(async (parse, cancellation) =>
        {
            var given = new List<GivenFile>();
            foreach (var file in parse.GetValue(files)!) given.Add(await EvidenceOptions.ReadAsync(file, new(parse.GetValue(most)), cancellation));
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            foreach (var (document, isNew) in await new KeepFiles(land.Documents, given).RunAsync(parse.GetValue(by)!, cancellation))
                host.Out.WriteLine($"{(isNew ? "已存入" : "已有，没有重复存入")}：{DocumentText.Line(document)}");
            return 0;
        });
        return command;
    }
}
