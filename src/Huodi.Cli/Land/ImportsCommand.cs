using System.CommandLine;
using Huodi.App.Imports;

namespace Huodi.Cli.Land;

/// <summary><c>huodi imports</c>: past imports; with a number, its refused rows, to a file where asked.</summary>
internal static class ImportsCommand
{
    public static Command Create(CliHost host)
    {
        var number = new Argument<long?>("批次") { Description = "批次号；不写则列出全部", Arity = ArgumentArity.ZeroOrOne };
        var refused = new Option<FileInfo?>("--refused") { Description = "把该批拒收的行写成 CSV" };
        var store = CliOptions.Store();
        var command = new Command("imports", "查看导入记录，导出拒收的行") { number, refused, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var reports = new List<ImportReport>();
            await foreach (var report in land.ImportsAsync(cancellation)) reports.Add(report);
            if (parse.GetValue(number) is not { } wanted)
            {
                foreach (var report in reports)
                    host.Out.WriteLine($"第 {report.Batch} 批　{report.ImportedAt:yyyy-MM-dd HH:mm} UTC　{report.File}（{report.Layer}）：新增 {report.Added}，已在库 {report.Unchanged}，拒收 {report.RefusedCount}");
                return 0;
            }

            var one = reports.Find(r => r.Batch == wanted) ?? throw new CliException("BATCH_UNKNOWN", $"没有第 {wanted} 批。", "不带批次号运行 huodi imports 看全部。");
            ImportText.Write(host.Out, one, verbose: true);
            if (parse.GetValue(refused) is { } target) await RefusedFile.WriteAsync(target.FullName, land.RefusedAsync(wanted, cancellation), await land.HeaderAsync(wanted, cancellation), cancellation);
            return 0;
        });
        return command;
    }
}
