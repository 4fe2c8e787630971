using System.CommandLine;
using Huodi.App.Warnings;
using Huodi.Cli.Land;
using Huodi.Cli.Ledger;
using Huodi.Formats.Warnings;

namespace Huodi.Cli.Warnings;

/// <summary><c>huodi warnings list</c>: what is to be done, the most urgent first; or all of it as a file.</summary>
internal static class ListCommand
{
    private const int UsualMost = 50;

    public static Command Create(CliHost host)
    {
        var office = new Option<string?>("--office") { Description = "办理单位" };
        var level = new Option<string?>("--level") { Description = "级别，如 逾期、提前1个月、缺事实" };
        var subject = new Option<string?>("--subject") { Description = "一个对象，如 parcel:宗地编号" };
        var before = CliOptions.AsOf("--due-before", "最后一日在这一日或者以前");
        var region = CliOptions.Region();
        var all = new Option<bool>("--all") { Description = "已办结、已办、失效、接替的也列" };
        var limit = new Option<int>("--limit") { Description = "屏幕上最多列几项", DefaultValueFactory = _ => UsualMost };
        var output = new Option<FileInfo?>("--out") { Description = "全部写成文件：.csv 或 .xlsx" };
        var store = CliOptions.Store();
        var command = new Command("list", "预警列表，最急的在前") { office, level, subject, before, region, all, limit, output, store };
        command.SetAction(async (parse, cancellation) =>
        {
            var filter = new WarningFilter
            {
                Office = parse.GetValue(office),
                Level = parse.GetValue(level),
                Subject = parse.GetValue(subject) is { } one ? LedgerOptions.Read(one) : null,
                DueBefore = parse.GetValue(before),
                Region = parse.GetValue(region),
                IsOpen = !parse.GetValue(all),
            };
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var counts = await land.Warnings.CountAsync(filter, cancellation);
            if (parse.GetValue(output) is { } file)
            {
                await WriteAsync(file.FullName, land.Warnings.ListAsync(filter, 0, null, cancellation), cancellation);
                host.Out.WriteLine($"已写：{file.FullName}（{counts.Sum(c => c.Count)} 项）");
                return 0;
            }

            foreach (var group in counts.GroupBy(c => c.Office))
                host.Out.WriteLine($"{group.Key}　{group.Sum(c => c.Count)} 项：{string.Join("，", group.Select(c => $"{c.Level} {c.Count}（待处理 {c.Waiting}）"))}");
            await foreach (var warning in land.Warnings.ListAsync(filter, 0, parse.GetValue(limit), cancellation)) host.Out.WriteLine(WarningText.Line(warning));
            var total = counts.Sum(c => c.Count);
            host.Out.WriteLine(total > parse.GetValue(limit) ? $"共 {total} 项，只列最急的 {parse.GetValue(limit)} 项；加筛选条件，或者用 --out 写成文件。" : $"共 {total} 项。");
            return 0;
        });
        return command;
    }

    private static Task WriteAsync(string file, IAsyncEnumerable<Domain.Warnings.Warning> warnings, CancellationToken cancellation) =>
        Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".CSV" => WarningTable.WriteCsvAsync(file, warnings, cancellation),
            ".XLSX" => WarningTable.WriteWorkbookAsync(file, warnings, cancellation),
            var other => throw new CliException("EXPORT_KIND", $"不会写“{other}”文件。", "--out 用 .csv 或 .xlsx。"),
        };
}
