using System.CommandLine;
using Huodi.App.Assessments;
using Huodi.App.Stores;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;
using Huodi.Formats.Assessments;
using Huodi.Policies;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Land;

/// <summary><c>huodi assess</c>: judges the store, freezes the run, prints its summary and writes its files.</summary>
internal static class AssessCommand
{
    public static Command Create(CliHost host)
    {
        var asOf = CliOptions.AsOf("--as-of", "提问之日；默认今天");
        var region = CliOptions.Region();
        var store = CliOptions.Store();
        var output = new Option<DirectoryInfo?>("--out") { Description = "把结果写成 GeoPackage、CSV 和 HTML 的目录" };
        var policies = CliOptions.Policies();
        var command = new Command("assess", "按现行法规判断每宗地和每条供地结果，结果定格编号") { asOf, region, store, output, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var run = await RunAsync(host, land, library, parse.GetValue(asOf) ?? host.Today, parse.GetValue(region) ?? DivisionCode.Country, cancellation);
            if (parse.GetValue(output) is { } folder) await WriteAsync(host, land, run, folder, cancellation);
            return 0;
        });
        return command;
    }

    public static async Task<AssessmentRun> RunAsync(CliHost host, ILandStore land, PolicyLibrary library, DateOnly asOf, DivisionCode region, CancellationToken cancellation)
    {
        var judged = 0;
        var progress = new Counter(n => judged = n);
        var run = await new Steps(host.Error, host.Time).RunAsync(
            "评估", () => new AssessStore(land, library, host.Time).RunAsync(asOf, region, progress, cancellation), () => $"已判断 {judged} 个");
        var summary = await AssessmentSummary.OfAsync(land.RunSubjectsAsync(run.Number, cancellation), cancellation);
        SummaryText.Write(host.Out, run, summary);
        return run;
    }

    private static async Task WriteAsync(CliHost host, ILandStore land, AssessmentRun run, DirectoryInfo folder, CancellationToken cancellation)
    {
        folder.Create();
        var name = Path.Combine(folder.FullName, $"assessment-{run.Number}");
        var steps = new Steps(host.Error, host.Time);
        await steps.RunAsync("写 GeoPackage", async () =>
        {
            await AssessmentGeoPackage.WriteAsync(name + ".gpkg", run, land.RunSubjectsAsync(run.Number, cancellation), land.ParcelsAsync(run.Region, cancellation), cancellation);
            return 0;
        });
        await steps.RunAsync("写 CSV 和 HTML", async () =>
        {
            await AssessmentCsv.WriteAsync(name + ".csv", run, land.RunSubjectsAsync(run.Number, cancellation), cancellation);
            await AssessmentHtml.WriteAsync(name + ".html", run, land.RunSubjectsAsync(run.Number, cancellation), cancellation);
            return 0;
        });
        host.Out.WriteLine($"已写：{name}.gpkg、.csv、.html");
    }

    private sealed class Counter(Action<int> set) : IProgress<int>
    {
        public void Report(int value) => set(value);
    }
}
