using System.CommandLine;
using Huodi.Cli.Land;
using Huodi.Formats.Registers;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register export</c>: a filed version as CSV or GeoPackage.</summary>
internal static class ExportCommand
{
    public static Command Create(CliHost host)
    {
        var version = RegisterCommands.Version("版本");
        var output = new Option<FileInfo>("--out") { Description = "要写的文件：.csv 或 .gpkg", Required = true };
        var store = CliOptions.Store();
        var command = new Command("export", "把备案版本写成 CSV 或 GeoPackage") { version, output, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var found = await RegisterCommands.FindAsync(land, parse.GetValue(version)!, cancellation);
            var (file, rows) = (parse.GetValue(output)!.FullName, land.Registers.EntriesAsync(found.Number, cancellation));
            var written = Path.GetExtension(file).ToUpperInvariant() switch
            {
                ".CSV" => RegisterCsv.WriteAsync(file, found, rows, cancellation),
                ".GPKG" => RegisterGeoPackage.WriteAsync(file, found, rows, cancellation),
                var other => throw new CliException("EXPORT_KIND", $"不会写“{other}”文件。", "--out 用 .csv 或 .gpkg。"),
            };
            await written;
            host.Out.WriteLine($"已写：{file}（{found.Entered + found.Suspected} 行，{found.Name}）");
            return 0;
        });
        return command;
    }
}
