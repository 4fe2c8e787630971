using System.CommandLine;
using Huodi.App.Overlays;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Domain.Codes;
using Huodi.Formats.Overlays;

namespace Huodi.Cli.Overlays;

/// <summary><c>huodi overlay</c>: measures how much of each parcel lies in control layers, and keeps the result.</summary>
internal static class OverlayCommand
{
    private const double SquareMetresPerHectare = 10_000;

    public static Command Create(CliHost host)
    {
        var layers = new Option<string[]>("--layers") { Description = "控制线图层的名称，可写几个；默认全部，各取最新一版", AllowMultipleArgumentsPerToken = true };
        var region = CliOptions.Region();
        var store = CliOptions.Store();
        var csv = new Option<FileInfo?>("--csv") { Description = "把每宗地的重叠面积和占比写成表" };
        var command = new Command("overlay", "量算每宗地与控制线的重叠面积和占比，结果编号保存") { layers, region, store, csv };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var overlay = new OverlayParcels(land, host.Time);
            var newest = await overlay.NewestAsync(parse.GetValue(layers) ?? [], cancellation);
            var measured = 0;
            var run = await new Steps(host.Error, host.Time).RunAsync(
                "叠加",
                () => overlay.RunAsync(newest, parse.GetValue(region) ?? DivisionCode.Country, n => measured = n, cancellation),
                () => $"已量算 {measured} 宗");
            await WriteAsync(host.Out, land, run, newest, cancellation);
            if (parse.GetValue(csv) is { } table)
            {
                await OverlayCsv.WriteAsync(table.FullName, run, newest, land.ControlLayers.OverlapsAsync(run.Number, cancellation), cancellation);
                host.Out.WriteLine($"已写：{table.Name}");
            }

            return 0;
        });
        return command;
    }

    private static async Task WriteAsync(
        TextWriter to, ILandStore land, OverlayRun run, IReadOnlyList<ControlLayerVersion> layers, CancellationToken cancellation)
    {
        var sums = layers.ToDictionary(l => l.Number, _ => (Parcels: 0, Whole: 0, Hundredths: 0L));
        await foreach (var one in land.ControlLayers.OverlapsAsync(run.Number, cancellation))
        {
            var (parcels, whole, hundredths) = sums[one.Layer];
            sums[one.Layer] = (parcels + 1, whole + (one.Share == 1 ? 1 : 0), hundredths + one.Hundredths);
        }

        to.WriteLine($"第 {run.Number} 次叠加：{run.Parcels} 宗地。");
        foreach (var layer in layers)
        {
            var (parcels, whole, hundredths) = sums[layer.Number];
            to.WriteLine($"  {layer}：{parcels} 宗重叠，其中 {whole} 宗全部在内，共 {hundredths / 100.0 / SquareMetresPerHectare:0.####} 公顷");
        }
    }
}
