using System.CommandLine;
using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;
using Huodi.Formats.Approvals;
using Huodi.Policies;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register approvals [FILE]</c>: imports approved batches, and balances them with the supplied parcels.</summary>
internal static class ApprovalsCommand
{
    private const string Register = "approved-not-supplied";

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo?>("文件") { Description = "批次（GeoJSON：批准文号、名称、行政区划代码、用地批准日期、批准面积）；省去则只核对", Arity = ArgumentArity.ZeroOrOne };
        var region = CliOptions.Region();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("approvals", "用地批次：导入，并与已供应的宗地逐批核对") { file, region, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            if (parse.GetValue(file) is { } given) await ImportAsync(host, land, library, given, cancellation);
            var supplied = library.Registers.FirstOrDefault(r => r.Id == Register)?.SuppliedFacts ?? [];
            var balances = await new BalanceBatches(land, supplied).BalanceAsync(parse.GetValue(region) ?? DivisionCode.Country, cancellation);
            foreach (var balance in balances) Write(host.Out, balance);
            if (balances.Count == 0) host.Out.WriteLine("这个范围里没有批次。");
            return 0;
        });
        return command;
    }

    private static async Task ImportAsync(CliHost host, ILandStore land, PolicyLibrary library, FileInfo file, CancellationToken cancellation)
    {
        var job = await LandFile.JobAsync(file, host, land, library.Dictionary, cancellation);
        var (import, refused, problems) = await LandFile.ReadAsync(() => ApprovalsReader.ReadAsync(job, cancellation));
        foreach (var row in refused) Tell(host, "拒收", row.Diagnostics);
        Tell(host, "提示", problems);
        if (import.Batches.Count == 0) throw new CliException("IMPORT_NOTHING", $"{file.Name} 没有一个批次可以入库，地库没有改动。", "按上面的建议改正后再导入。");
        var report = await land.Approvals.SaveAsync(import, cancellation);
        host.Out.WriteLine($"第 {report.Batch} 批导入　{file.Name}　新增 {report.Added}，已在库 {report.Unchanged}，拒收 {refused.Count + report.Conflicts.Count}");
        if (report.Conflicts.Count > 0) host.Out.WriteLine($"  已在库而内容不同，库中记录不变：{string.Join("、", report.Conflicts)}");
    }

    private static void Tell(CliHost host, string what, IEnumerable<ImportDiagnostic> found)
    {
        foreach (var d in found) host.Error.WriteLine($"{what}　第 {d.Row} 个要素　{d.Column}　{d.Code}：{d.Message}{d.Suggestion}");
    }

    private static void Write(TextWriter to, BatchBalance b)
    {
        to.WriteLine($"{b.Batch.Number}　{b.Batch.Name}　{(b.Batch.ApprovedOn is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "批准日期未知")}");
        to.WriteLine($"  图形 {b.Measured.SquareMetres:#,0.00} ㎡　已供 {b.Supplied.SquareMetres:#,0.00}　情况不明 {b.Unclear.SquareMetres:#,0.00}　余地 {b.RemainderArea.SquareMetres:#,0.00} ㎡（{b.RemainderArea.Mu:#,0.##} 亩）");
        foreach (var doubt in b.Doubts) to.WriteLine($"  存疑：{doubt}");
    }
}
