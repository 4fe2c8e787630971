using System.CommandLine;
using Huodi.App.Documents;
using Huodi.App.Stores;
using Huodi.Cli.Ledger;
using Huodi.Domain.Codes;
using Huodi.Formats.Imports;

namespace Huodi.Cli.Land;

/// <summary><c>huodi start</c>: creates the store, loads the sample city, assesses it, prints the summary, and serves the pages.</summary>
internal static class StartCommand
{
    private const int SampleParcels = 500;
    private const ulong SampleSeed = 1;

    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var port = ServeCommand.Port();
        var once = new Option<bool>("--once") { Description = "打印摘要后即停，不开网页" };
        var asOf = CliOptions.AsOf("--as-of", "提问之日；默认今天");
        var policies = CliOptions.Policies();
        var command = new Command("start", "建库、载入样例城市、评估、打开网页") { store, port, once, asOf, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var path = parse.GetValue(store)!;
            await using var land = await StoreOpener.OpenAsync(path, host.Time, cancellation);
            var day = parse.GetValue(asOf) ?? host.Today;
            await LoadSampleAsync(host, land, library, day, cancellation);
            await AssessCommand.RunAsync(host, land, library, day, DivisionCode.Country, cancellation);
            host.Out.WriteLine($"地库：{Path.GetFullPath(path)}（可以直接用 QGIS 打开）");
            if (!parse.GetValue(once)) await ServeCommand.RunAsync(host, land, library, ledger, DocumentLimit.Usual, parse.GetValue(port), cancellation);
            return 0;
        });
        return command;
    }

    private static async Task LoadSampleAsync(CliHost host, ILandStore land, Huodi.Policies.PolicyLibrary library, DateOnly today, CancellationToken cancellation)
    {
        var samples = CliOptions.Carried("samples");
        var steps = new Steps(host.Error, host.Time);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(samples, "boundaries"), "*.geojson").Order(StringComparer.Ordinal))
            await LoadAsync(new(file), "districts");
        await LoadAsync(new(Path.Combine(samples, "supply-results-2007.csv")), "supply-results");

        var drawn = false;
        await foreach (var _ in land.ParcelsAsync(DivisionCode.Country, cancellation))
        {
            drawn = true;
            break;
        }

        if (drawn) return;
        var made = await DemoCommands.GenerateAsync(host, land, DivisionCode.Parse("340100"), SampleParcels, SampleSeed, today, cancellation);
        host.Out.WriteLine($"合肥市：生成演示地块 {made.Added} 宗（不是实测地块，页面和文件都标明“演示”）。");

        async Task LoadAsync(FileInfo file, string layer)
        {
            var districts = await ImportCommands.DistrictsAsync(land, cancellation);
            var job = new ImportJob(file.FullName, library.Dictionary, districts, host.Time.GetUtcNow(), host.Today, _ => Task.FromResult(land));
            var import = LayerImports.Find(layer) ?? throw new ArgumentException("No such layer.", nameof(layer));
            var report = await steps.RunAsync($"载入 {file.Name}", () => ImportCommands.RunAsync(import, job, cancellation));
            host.Out.WriteLine($"{file.Name}：新增 {report.Added}，已在库 {report.Unchanged}，拒收 {report.RefusedCount}，提示 {report.WarningCount}。");
        }
    }
}
