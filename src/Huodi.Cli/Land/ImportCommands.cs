using System.CommandLine;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Cli.Policies;
using Huodi.Domain.Districts;
using Huodi.Formats;
using Huodi.Formats.Geo;
using Huodi.Formats.SupplyResults;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Land;

/// <summary><c>huodi import FILE --as LAYER</c></summary>
internal static class ImportCommands
{
    private static readonly Dictionary<string, Func<Stream, ImportRequest, FactDictionary, ImportOutcome>> Readers = new(StringComparer.Ordinal)
    {
        ["supply-results"] = (content, request, _) => SupplyResultsReader.Read(content, request),
        ["districts"] = (content, request, _) => DistrictsReader.Read(content, request),
        ["parcels"] = ParcelsReader.Read,
    };

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("文件") { Description = "要导入的文件" };
        var layer = new Option<string>("--as") { Description = $"作为什么读入：{string.Join("、", Readers.Keys)}", Required = true };
        var store = CliOptions.Store();
        var refused = new Option<FileInfo?>("--refused") { Description = "把拒收的行写成 CSV，改正后可再导入" };
        var verbose = new Option<bool>("--verbose") { Description = "逐行列出提示" };
        var policies = CliOptions.Policies();
        var command = new Command("import", "导入文件，逐行检查，好的入库，坏的列出") { file, layer, store, refused, verbose, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var name = parse.GetValue(layer)!;
            if (!Readers.ContainsKey(name)) throw new CliException("LAYER_UNKNOWN", $"不认识的图层“{name}”。", $"--as 可用：{string.Join("、", Readers.Keys)}。");
            var path = parse.GetValue(store)!;
            var districts = await KnownDistrictsAsync(path, host, cancellation);
            var batch = Read(parse.GetValue(file)!, name, host, districts, PolicyCommands.Load(parse.GetValue(policies)!).Dictionary);
            await using var land = await StoreOpener.OpenAsync(path, host.Time, cancellation);
            var report = await new Steps(host.Error, host.Time).RunAsync("入库", () => land.SaveAsync(batch, cancellation));
            ImportText.Write(host.Out, report, parse.GetValue(verbose));
            if (parse.GetValue(refused) is { } target && report.RefusedCount > 0)
            {
                await RefusedFile.WriteAsync(target.FullName, land.RefusedAsync(report.Batch, cancellation), batch.Header, cancellation);
                host.Out.WriteLine($"拒收的 {report.RefusedCount} 行已写到 {target.Name}，改正后用同一命令再导入。");
            }

            return report.Added + report.Unchanged > 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Reads a file into a batch that holds at least one good item.</summary>
    /// <exception cref="CliException">IMPORT_FILE, IMPORT_NOTHING, or the reader's own code.</exception>
    public static ImportBatch Read(FileInfo file, string layer, CliHost host, IReadOnlyList<District> districts, FactDictionary dictionary)
    {
        if (!file.Exists) throw new CliException("IMPORT_FILE", $"找不到文件 {file.FullName}。", "检查路径。");
        using var content = file.OpenRead();
        var outcome = Readers[layer](content, new(file.Name, host.Time.GetUtcNow(), host.Today, districts), dictionary);
        if (!outcome.IsReadable)
        {
            var first = outcome.FileErrors[0];
            throw new CliException(first.Code, $"{file.Name}{ImportText.Place(first)}：{string.Join("；", outcome.FileErrors.Select(e => e.Message))}", first.Suggestion);
        }

        var batch = outcome.Batch;
        if (batch.Districts.Count + batch.Parcels.Count + batch.Grants.Count > 0) return batch;
        ImportText.WriteRefused(host.Error, batch.Refused);
        throw new CliException("IMPORT_NOTHING", $"{file.Name} 没有一行可以入库（{batch.Refused.Count} 行全部拒收），地库没有改动。", "按上面每行的建议改正后再导入；也请核对 --as 是否选对。");
    }

    public static async Task<IReadOnlyList<District>> DistrictsAsync(ILandStore store, CancellationToken cancellation)
    {
        var all = new List<District>();
        await foreach (var district in store.DistrictsAsync(cancellation)) all.Add(district);
        return all;
    }

    private static async Task<IReadOnlyList<District>> KnownDistrictsAsync(string path, CliHost host, CancellationToken cancellation)
    {
        if (!StoreOpener.Exists(path)) return [];
        await using var land = await StoreOpener.OpenExistingAsync(path, host.Time, cancellation);
        return await DistrictsAsync(land, cancellation);
    }
}
