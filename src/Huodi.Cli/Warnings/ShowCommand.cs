using System.CommandLine;
using Huodi.App.Warnings;
using Huodi.Cli.Land;
using Huodi.Domain.Warnings;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings show</c>: one warning with everything that happened to it.</summary>
internal static class ShowCommand
{
    public static Command Create(CliHost host)
    {
        var number = Number();
        var store = CliOptions.Store();
        var command = new Command("show", "一项预警和它的全部经过") { number, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var warning = await land.Warnings.FindAsync(parse.GetValue(number), cancellation) ?? throw WarningCodes.Unknown(parse.GetValue(number));
            var run = await land.Warnings.RunsAsync(cancellation).FirstOrDefaultAsync(r => r.Number == warning.Run, cancellation);
            host.Out.WriteLine($"第 {warning.Number} 号预警　{warning.Notice.Identity.Level}　{WarningLife.Chinese(warning.Status)}");
            host.Out.WriteLine($"{warning.Notice.Identity.Subject}　{warning.Notice.Identity.Rule}　{string.Join('、', warning.Notice.Articles)}");
            host.Out.WriteLine(warning.Notice.Text);
            host.Out.WriteLine($"责任单位：{warning.Notice.Responsible}　现由 {warning.Office}{(warning.Person.Length > 0 ? $" {warning.Person}" : "")} 办理");
            host.Out.WriteLine($"经过（为 {warning.GivenFor:yyyy-MM-dd} 发出{(run is null ? "" : $"，{run.Name}")}）：");
            await foreach (var happened in land.Warnings.HistoryAsync(warning.Number, cancellation)) WarningText.Write(host.Out, happened);
            return 0;
        });
        return command;
    }

    public static Argument<long> Number() => new("编号") { Description = "预警编号，见 huodi warnings list" };
}
