using System.CommandLine;
using System.Globalization;
using Huodi.App.Quality;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Formats.Quality;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Quality;

/// <summary><c>huodi quality check</c>: counts by kind, places, a table and a layer for QGIS.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var region = CliOptions.Region();
        var profile = QualityProfileOption.Create();
        var file = new Option<FileInfo?>("--file") { Description = "不检查地库，检查这个文件；不入库" };
        var layer = new Option<string?>("--layer") { Description = "与 --file 同用：文件里有几个图层时，检查哪一个" };
        var policies = CliOptions.Policies();
        var csv = new Option<FileInfo?>("--csv") { Description = "把每个问题写成一行的表" };
        var gpkg = new Option<FileInfo?>("--gpkg") { Description = "写成 GeoPackage 图层，QGIS 可打开，每个问题在它的位置上" };
        var list = new Option<int>("--list") { Description = "列出前几个问题", DefaultValueFactory = _ => 20 };
        var command = new Command("check", "检查图形、编码、面积和邻接，只报告，不改动") { store, region, file, layer, profile, csv, gpkg, list, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var settings = QualityProfileOption.Read(parse.GetValue(profile));
            var read = 0;
            var progress = new Progress(n => read = n);
            var report = await new Steps(host.Error, host.Time).RunAsync("检查", CheckAsync, () => $"已读 {read} 宗");
            Write(host.Out, report, parse.GetValue(list));
            if (parse.GetValue(csv) is { } table)
            {
                await QualityCsv.WriteAsync(table.FullName, report, cancellation);
                host.Out.WriteLine($"已写：{table.Name}");
            }

            if (parse.GetValue(gpkg) is { } target)
            {
                await QualityGeoPackage.WriteAsync(target.FullName, report, host.Time.GetUtcNow(), cancellation);
                host.Out.WriteLine($"已写：{target.Name}");
            }

            return 0;

            async Task<QualityReport> CheckAsync()
            {
                var check = new CheckQuality(settings);
                if (parse.GetValue(file) is { } source) return await FileAsync(check, source, parse.GetValue(layer), parse.GetValue(policies)!, progress, cancellation);
                await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
                return await check.RunAsync(land.ParcelsAsync(parse.GetValue(region) ?? DivisionCode.Country, cancellation), progress, cancellation);
            }
        });
        return command;
    }

    private static async Task<QualityReport> FileAsync(
        CheckQuality check, FileInfo file, string? layer, string policies, Progress progress, CancellationToken cancellation)
    {
        try
        {
            var parcels = FileParcels.Read(file.FullName, layer, PolicyCommands.Load(policies).Dictionary, cancellation);
            return await check.RunAsync(parcels.ToAsyncEnumerable(), progress, cancellation);
        }
        catch (DomainException refused)
        {
            throw new CliException(refused.Code, $"{file.Name}：{refused.Message}", "");
        }
    }

    private static void Write(TextWriter output, QualityReport report, int list)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"检查 {report.Parcels} 宗，{report.WithFindings} 宗有问题，共 {report.Findings.Count} 个问题。"));
        foreach (var (kind, count) in report.Counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {QualityWords.Of(kind.Severity)}  {kind.Code,-24} {count,8}  {kind.Title}。{kind.Remedy}"));
        }

        foreach (var found in report.Findings.OrderByDescending(f => f.Finding.Severity).Take(list))
        {
            output.WriteLine($"  {found.Parcel}：[{found.Finding.Code}] {found.Finding.Message}");
        }

        if (report.Findings.Count > list && list > 0) output.WriteLine($"  其余 {report.Findings.Count - list} 个用 --csv 或 --gpkg 写出。");
    }

    private sealed class Progress(Action<int> set) : IProgress<int>
    {
        public void Report(int value) => set(value);
    }
}
