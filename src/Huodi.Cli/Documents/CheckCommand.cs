using System.CommandLine;
using Huodi.App.Documents;
using Huodi.Cli.Land;

namespace Huodi.Cli.Documents;

/// <summary><c>huodi document check</c>: compares every kept file with its hash, and names the files the ledger knows only by their hash.</summary>
internal static class CheckCommand
{
    private const int MostListed = 20;

    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var command = new Command("check", "逐份核对存入的文件；列出台账只记了散列值、没有存入的文件") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var wrong = await new CheckDocuments(land.Documents).RunAsync(cancellation);
            foreach (var problem in wrong) host.Out.WriteLine($"✗ {problem}");
            var (count, bytes) = (0, 0L);
            await foreach (var document in land.Documents.ListAsync(cancellation)) (count, bytes) = (count + 1, bytes + document.File.Size);
            var missing = await NamedHashes.WithoutFileAsync(land.Ledger, land.Documents, cancellation);
            foreach (var (hash, first, entries) in missing.Take(MostListed))
                host.Out.WriteLine($"· 没有存入：sha256:{hash}，第 {first.Number} 条{(entries > 1 ? $"等 {entries} 条" : "")}登记的“{first.Draft.Document.Name}”");
            if (missing.Count > MostListed) host.Out.WriteLine($"· 另有 {missing.Count - MostListed} 份没有存入。");
            host.Out.WriteLine($"文件 {count} 份，{bytes} 字节；有问题 {wrong.Count} 处；台账只记了散列值的 {missing.Count} 份。");
            return wrong.Count > 0 ? 1 : 0;
        });
        return command;
    }
}
