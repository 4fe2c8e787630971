using System.CommandLine;
using Huodi.Cli.Land;

namespace Huodi.Cli.Overlays;

/// <summary><c>huodi control list</c>: the control layers that parcels are measured against; <c>huodi import --as control</c> brings them.</summary>
internal static class ControlCommands
{
    public static Command Create(CliHost host) => new("control", "控制线图层：永久基本农田、生态保护红线、城镇开发边界、规划用途、站点等") { List(host) };

    private static Command List(CliHost host)
    {
        var store = CliOptions.Store();
        var command = new Command("list", "列出控制线图层的各版") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            await foreach (var layer in land.ControlLayers.LayersAsync(cancellation))
            {
                host.Out.WriteLine($"{layer}　{layer.Shapes} 个图形　{layer.ImportedAt:yyyy-MM-dd HH:mm} UTC　{layer.File}{(layer.Note.Length > 0 ? $"　{layer.Note}" : "")}");
            }

            return 0;
        });
        return command;
    }
}
