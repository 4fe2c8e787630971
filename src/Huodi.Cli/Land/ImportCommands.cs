using System.CommandLine;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Cli.Overlays;
using Huodi.Cli.Policies;
using Huodi.Cli.Quality;
using Huodi.Domain.Districts;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using Huodi.Formats.Overlays;
using Huodi.Formats.Sources;

namespace Huodi.Cli.Land;

/// <summary><c>huodi import FILE --as LAYER</c></summary>
internal static class ImportCommands
{
    private const string MappingName = "mapping.yaml";

    public static Command Create(CliHost host)
    {
        var names = string.Join("、", LayerImports.All.Select(i => i.Name));
        var file = new Argument<string>("文件") { Description = $"要导入的文件：{FeatureSources.Words}" };
        var layer = new Option<string>("--as") { Description = $"作为什么读入：{string.Join("；", LayerImports.All.Select(i => $"{i.Name} {i.Words}"))}", Required = true };
        var inner = new Option<string?>("--layer") { Description = "文件里有几个图层（工作表）时，读哪一个" };
        var map = new Option<string?>("--map") { Description = $"字段对应表（YAML）；不写则用地库旁的 {MappingName} 里上次的，没有就推测并存下" };
        var crs = new Option<string?>("--crs") { Description = "文件的坐标系，例如 EPSG:4528；不写则以文件写明的为准" };
        var dry = new Option<bool>("--dry-run") { Description = "照常读取、检查、列出，但不入库" };
        var store = CliOptions.Store();
        var refused = new Option<FileInfo?>("--refused") { Description = "把拒收的行写成 CSV，改正后可再导入" };
        var name = new Option<string?>("--name") { Description = "控制线：图层名称，例如 永久基本农田；同名再导入为新的一版" };
        var within = WithinOption.Create();
        var quality = QualityProfileOption.Create();
        var verbose = new Option<bool>("--verbose") { Description = "逐行列出提示" };
        var policies = CliOptions.Policies();
        var command = new Command("import", "导入文件，逐行检查，好的入库，坏的列出") { file, layer, inner, map, crs, name, within, quality, dry, store, refused, verbose, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var wanted = parse.GetValue(layer)!; // required
            if (LayerImports.Find(wanted) is not { } import) throw new CliException("LAYER_UNKNOWN", $"不认识的图层“{wanted}”。", $"--as 可用：{names}。");
            var path = parse.GetValue(store)!; // has a default
            await using var land = new LaterStore(path, host);
            await using var progress = new ImportProgressLine(host);
            var job = new ImportJob(
                parse.GetValue(file)!, // an argument is required
                PolicyCommands.Load(parse.GetValue(policies)!).Dictionary,
                await land.DistrictsAsync(cancellation),
                host.Time.GetUtcNow(),
                host.Today,
                land.OpenAsync)
            {
                Source = SourceOptions.Default with { Layer = parse.GetValue(inner) },
                MappingFile = parse.GetValue(map),
                SaveMappingTo = Path.Combine(StoreOpener.FolderOf(path), MappingName),
                Crs = parse.GetValue(crs),
                Control = Control(wanted, parse.GetValue(name), parse.GetValue(within), parse.GetValue(policies)!, host),
                Quality = QualityProfileOption.Read(parse.GetValue(quality)),
                IsDryRun = parse.GetValue(dry),
                Tell = progress.Tell,
                Progress = progress.Show,
            };
            var report = await RunAsync(import, job, cancellation);
            await progress.EndAsync();
            ImportText.Write(host.Out, report, parse.GetValue(verbose));
            if (job.IsDryRun) host.Out.WriteLine("试运行：没有入库。");
            else if (parse.GetValue(refused) is { } target && report.RefusedCount > 0)
            {
                var opened = await land.OpenAsync(cancellation);
                await RefusedFile.WriteAsync(target.FullName, opened.RefusedAsync(report.Batch, cancellation), await opened.HeaderAsync(report.Batch, cancellation), cancellation);
                host.Out.WriteLine($"拒收的 {report.RefusedCount} 行已写到 {target.Name}，改正后用同一命令再导入。");
            }

            return report.Added + report.Unchanged > 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>What a control layer is to be; the options are refused with every other layer.</summary>
    private static ControlRequest? Control(string layer, string? name, string? within, string policies, CliHost host)
    {
        if (layer != ControlLayerImport.Layer)
        {
            return name is null && within is null ? null : throw new CliException("OPTION_UNUSED", "--name 和 --within 只用于控制线图层。", "去掉这些选项，或用 --as control。");
        }

        if (name is null) throw new CliException("CONTROL_NAME", "没有写明控制线图层的名称。", "用 --name 写明，例如 --name 永久基本农田。");
        var (metres, note) = WithinOption.Read(within, policies, host);
        return new(name, metres, note);
    }

    /// <summary>Runs an import; a file that cannot be taken is told with its place.</summary>
    /// <exception cref="CliException">The reason's own code.</exception>
    public static async Task<ImportReport> RunAsync(ILayerImport import, ImportJob job, CancellationToken cancellation)
    {
        try
        {
            return await import.RunAsync(job, cancellation);
        }
        catch (FileRefusedException refused)
        {
            var found = refused.Diagnostic;
            var place = found.Message.StartsWith(job.File, StringComparison.Ordinal) ? "" : $"{job.File}{ImportText.Place(found)}：";
            throw new CliException(found.Code, place + found.Message, found.Suggestion);
        }
    }

    public static async Task<IReadOnlyList<District>> DistrictsAsync(ILandStore store, CancellationToken cancellation)
    {
        var all = new List<District>();
        await foreach (var district in store.DistrictsAsync(cancellation)) all.Add(district);
        return all;
    }
}
