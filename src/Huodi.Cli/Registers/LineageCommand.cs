using System.CommandLine;
using Huodi.App.Lineage;
using Huodi.App.Registers;
using Huodi.Cli.Land;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi parcel lineage</c></summary>
internal static class LineageCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Argument<string>("宗地") { Description = "宗地编号，注销的也可以" };
        var store = CliOptions.Store();
        var command = new Command("lineage", "一宗地从哪里来、到哪里去，更正过什么") { id, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var name = parse.GetValue(id)!;
            var parcel = await land.FindParcelAsync(name, cancellation) ?? throw new CliException("PARCEL_UNKNOWN", $"地库里没有宗地“{name}”。", "核对编号。");
            host.Out.WriteLine($"{parcel.Id}　{parcel.Name}　{(parcel.RetiredBy is { } by ? $"已由第 {by} 号变更注销" : "现存")}");
            var trail = await LineageTrail.OfAsync(land.Lineage, name, cancellation);
            foreach (var change in trail) LineageText.Write(host.Out, change);
            if (trail.Count == 0) host.Out.WriteLine("没有分割、合并或界址变更。");
            await foreach (var c in land.Lineage.CorrectionsAsync(cancellation).Where(c => c.Parcel == name))
                host.Out.WriteLine($"更正第 {c.Number} 号　{c.Day:yyyy-MM-dd}　{c.Fact}：{Text(c.Before)} → {Text(c.After)}　{c.Document}　{c.By}　{c.Reason}");
            return 0;
        });
        return command;

        static string Text(System.Text.Json.Nodes.JsonNode? value) => value is null ? "未知" : RegisterCells.Text(value);
    }
}
