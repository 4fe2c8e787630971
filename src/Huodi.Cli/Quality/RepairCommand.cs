using System.CommandLine;
using System.Globalization;
using Huodi.App.Quality.Repairs;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Domain.Codes;
using Huodi.Domain.Quality.Repairs;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Quality;

/// <summary><c>huodi quality repair</c>: shows suggestions before and after; applies only what is named, with a reason; keeps and restores originals.</summary>
internal static class RepairCommand
{
    public static Command Create(CliHost host)
    {
        var store = CliOptions.Store();
        var region = CliOptions.Region();
        var profile = QualityProfileOption.Create();
        var suggest = new Option<bool>("--suggest") { Description = "列出修复建议，修复前后对照；不改动" };
        var snap = new Option<bool>("--snap") { Description = "与 --suggest 同用：列出可以贴合到相邻宗地的碎片" };
        var gpkg = new Option<FileInfo?>("--gpkg") { Description = "把建议写成 GeoPackage：修复前、修复后各一层" };
        var apply = new Option<string[]>("--apply") { Description = "应用这些宗地的建议", AllowMultipleArgumentsPerToken = true };
        var snapTo = new Option<string?>("--snap-to") { Description = "与 --apply 同用：贴合到这一宗相邻宗地" };
        var restore = new Option<long?>("--restore") { Description = "把第几次改动前的原图形放回" };
        var history = new Option<bool>("--history") { Description = "列出图形改动" };
        var reason = new Option<string?>("--reason") { Description = "改动的理由，应用和恢复时必填" };
        var by = new Option<string>("--by") { Description = "改动人；默认当前用户", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("repair", "图形修复建议；只有点名并说明理由才应用，原图形永远保留")
        {
            store, region, profile, suggest, snap, gpkg, apply, snapTo, restore, history, reason, by,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var ids = parse.GetValue(apply) ?? [];
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var repair = new RepairShapes(land, QualityProfileOption.Read(parse.GetValue(profile)), host.Time);
            if (ids.Length > 0)
            {
                var why = Reason(parse.GetValue(reason));
                foreach (var id in ids)
                {
                    var (done, change) = await repair.ApplyAsync(id, parse.GetValue(snapTo), parse.GetValue(by)!, why, cancellation);
                    Write(host.Out, done);
                    host.Out.WriteLine($"已应用，第 {change.Number} 次改动；原图形已保留，用 --restore {change.Number} 可恢复。");
                }
            }
            else if (parse.GetValue(restore) is { } number)
            {
                var change = await repair.RestoreAsync(number, parse.GetValue(by)!, Reason(parse.GetValue(reason)), cancellation);
                host.Out.WriteLine($"宗地“{change.Parcel}”已恢复第 {number} 次改动前的图形（第 {change.Number} 次改动）。");
            }
            else if (parse.GetValue(history))
            {
                await HistoryAsync(host.Out, land, cancellation);
            }
            else
            {
                var where = parse.GetValue(region) ?? DivisionCode.Country;
                var all = parse.GetValue(snap) ? repair.SuggestSnapsAsync(where, cancellation) : repair.SuggestAsync(where, cancellation);
                await SuggestAsync(host, all, parse.GetValue(gpkg), cancellation);
            }

            return 0;
        });
        return command;
    }

    private static async Task SuggestAsync(CliHost host, IAsyncEnumerable<ShapeRepair> suggestions, FileInfo? layer, CancellationToken cancellation)
    {
        var repairs = new List<ShapeRepair>();
        await foreach (var suggestion in suggestions.WithCancellation(cancellation))
        {
            repairs.Add(suggestion);
            Write(host.Out, suggestion);
        }

        host.Out.WriteLine(repairs.Count == 0 ? "没有可以自动修复的图形。" : $"共 {repairs.Count} 条建议，没有改动。用 --apply 编号 --reason 理由 应用。");
        if (layer is null) return;
        await RepairGeoPackage.WriteAsync(layer.FullName, repairs, host.Time.GetUtcNow(), cancellation);
        host.Out.WriteLine($"已写：{layer.Name}");
    }

    private static async Task HistoryAsync(TextWriter output, ILandStore land, CancellationToken cancellation)
    {
        await foreach (var c in land.ShapeHistory.ChangesAsync(null, cancellation))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{c.Number,4}  {c.ChangedAt:yyyy-MM-dd HH:mm}Z  {c.Parcel}  {c.ChangedBy}：{c.Reason}"));
        }
    }

    private static string Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new CliException("REPAIR_REASON", "应用和恢复都要说明理由。", "加上 --reason 理由。")
        : reason;

    private static void Write(TextWriter output, ShapeRepair repair)
    {
        var before = repair.AreaBefore is { } area ? area.ToString("0.00", CultureInfo.InvariantCulture) + " 平方米" : "自相交，面积无意义";
        output.WriteLine($"宗地“{repair.Parcel}”：{string.Join("；", repair.Steps)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  面积 {before} → {repair.AreaAfter:0.00} 平方米；点 {repair.Before.NumPoints} → {repair.After.NumPoints}"));
        foreach (var c in repair.Removed.Take(5)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  删去 {c.X:0.000000000}, {c.Y:0.000000000}"));
        foreach (var c in repair.Added.Take(5)) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  新增 {c.X:0.000000000}, {c.Y:0.000000000}"));
    }
}
