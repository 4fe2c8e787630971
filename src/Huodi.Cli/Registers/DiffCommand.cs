using System.CommandLine;
using Huodi.App.Registers;
using Huodi.Cli.Land;
using Huodi.Formats.Registers;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register diff</c></summary>
internal static class DiffCommand
{
    public static Command Create(CliHost host)
    {
        var (before, after) = (RegisterCommands.Version("旧版"), RegisterCommands.Version("新版"));
        var output = new Option<FileInfo?>("--out") { Description = "把逐项差异写成 CSV" };
        var store = CliOptions.Store();
        var command = new Command("diff", "两个版本之间新进、退出、变化了什么，为什么") { before, after, output, store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var (old, now) = (
                await RegisterCommands.FindAsync(land, parse.GetValue(before)!, cancellation), await RegisterCommands.FindAsync(land, parse.GetValue(after)!, cancellation));
            var rows = await new CompareRegisters(land).CompareAsync(old, now, cancellation);
            host.Out.WriteLine($"第 {old.Number} 号“{old.Name}” → 第 {now.Number} 号“{now.Name}”");
            foreach (var kind in Enum.GetValues<DifferenceKind>()) Write(host.Out, kind, [.. rows.Where(r => r.Kind == kind)]);
            if (parse.GetValue(output) is not { } file) return 0;
            await RegisterDifferenceCsv.WriteAsync(file.FullName, old, now, rows, cancellation);
            host.Out.WriteLine($"已写：{file.Name}");
            return 0;
        });
        return command;
    }

    private static void Write(TextWriter to, DifferenceKind kind, IReadOnlyList<RegisterDifference> rows)
    {
        to.WriteLine($"{DifferenceWords.Chinese(kind)}　{rows.Count}　面积 {Signed(rows.Sum(r => DifferenceWords.AreaChange(r) ?? 0))} ㎡");
        foreach (var row in rows)
        {
            to.WriteLine($"  {row.Id}　{row.Name}　{RegisterWords.Chinese(row.Standing)}{(DifferenceWords.AreaChange(row) is { } area && area != 0 ? $"　{Signed(area)} ㎡" : "")}");
            foreach (var field in row.Fields) to.WriteLine($"    {field.Field}：{field.Before ?? "未知"} → {field.After ?? "未知"}");
            foreach (var reason in row.Reasons) to.WriteLine($"    原因：{reason}");
        }
    }

    private static string Signed(long hundredths) => (hundredths / 100m).ToString("+#,0.00;-#,0.00;0.00", System.Globalization.CultureInfo.InvariantCulture);
}
