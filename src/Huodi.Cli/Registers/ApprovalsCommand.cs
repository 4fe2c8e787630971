using System.CommandLine;
using Huodi.App.Approvals;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register approvals</c>: balances approved batches with the supplied parcels.</summary>
internal static class ApprovalsCommand
{
    private const string Register = "approved-not-supplied";

    public static Command Create(CliHost host)
    {
        var region = CliOptions.Region();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("approvals", "用地批次：与已供应的宗地逐批核对（批次用 huodi import 文件 --as approvals 导入）") { region, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var supplied = library.Registers.FirstOrDefault(r => r.Id == Register)?.SuppliedFacts ?? [];
            var balances = await new BalanceBatches(land, supplied).BalanceAsync(parse.GetValue(region) ?? DivisionCode.Country, cancellation);
            foreach (var balance in balances) Write(host.Out, balance);
            if (balances.Count == 0) host.Out.WriteLine("这个范围里没有批次。");
            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, BatchBalance b)
    {
        to.WriteLine($"{b.Batch.Number}　{b.Batch.Name}　{(b.Batch.ApprovedOn is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "批准日期未知")}");
        to.WriteLine($"  图形 {b.Measured.SquareMetres:#,0.00} ㎡　已供 {b.Supplied.SquareMetres:#,0.00}　情况不明 {b.Unclear.SquareMetres:#,0.00}　余地 {b.RemainderArea.SquareMetres:#,0.00} ㎡（{b.RemainderArea.Mu:#,0.##} 亩）");
        foreach (var doubt in b.Doubts) to.WriteLine($"  存疑：{doubt}");
    }
}
