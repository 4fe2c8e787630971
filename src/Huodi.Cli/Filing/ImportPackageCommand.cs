using System.CommandLine;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Formats.Filing;

namespace Huodi.Cli.Filing;

/// <summary><c>huodi file import DIR</c>: reads a package back, after every file has been held against its hash.</summary>
internal static class ImportPackageCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<DirectoryInfo>("成果包") { Description = "成果包的文件夹" };
        var store = CliOptions.Store();
        var command = new Command("import", "核对校验值后，把成果包里的宗地和事实完整读回") { folder, store };
        command.SetAction(async (parse, cancellation) =>
        {
            var batch = await ExportCommand.Guard(() => FilingPackageReader.ReadAsync(parse.GetValue(folder)!.FullName, host.Time.GetUtcNow(), cancellation));
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            var report = await new Steps(host.Error, host.Time).RunAsync("入库", () => land.SaveAsync(batch, cancellation));
            ImportText.Write(host.Out, report, verbose: false);
            return report.Added + report.Unchanged > 0 ? 0 : 1;
        });
        return command;
    }
}
