using System.CommandLine;
using Huodi.App.Imports;
using Huodi.App.Ledger;
using Huodi.Cli.Land;
using Huodi.Formats;
using Huodi.Formats.Files;
using Huodi.Formats.Ledger;
using Huodi.Formats.Sources;
using Huodi.Formats.SupplyResults;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>huodi ledger import FILE --kind 缴款</c>, or <c>--as supply-results</c>: records a table; bad rows are told, the good ones recorded in one transaction.</summary>
internal static class ImportCommand
{
    private const string SupplyResults = "supply-results";

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("文件") { Description = "CSV 或 xlsx：对象、发生日、依据文件，以及该种类的字段各一列" };
        var kind = new Option<string?>("--kind") { Description = "全部行的种类" };
        var layer = new Option<string?>("--as") { Description = $"{SupplyResults}：公布的供地结果，逐条登记供地、开工、竣工" };
        var by = LedgerOptions.By();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("import", "从表格登记") { file, kind, layer, by, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var (library, ledger) = LedgerOptions.Load(parse.GetValue(policies)!);
            var source = parse.GetValue(file)!;
            if (!source.Exists) throw new CliException("IMPORT_FILE", $"找不到文件 {source.FullName}。", "检查路径。");
            var rows = (parse.GetValue(layer), parse.GetValue(kind)) switch
            {
                (SupplyResults, null) => Grants(source, host, ledger, parse.GetValue(by)!),
                (null, { } name) => Entries(source, name, ledger, library, parse.GetValue(by)!),
                _ => throw new CliException("LEDGER_IMPORT_AS", "没有写明读入的是什么，或者写了两样。", $"写 --kind 种类，或者 --as {SupplyResults}。"),
            };
            return await RecordAsync(host, JudgedRows.Of(rows, new(ledger.Kinds, library), new(ledger.Kinds, library), host.Today), parse.GetValue(store)!, cancellation);
        });
        return command;
    }

    private static async Task<int> RecordAsync(CliHost host, JudgedRows judged, string store, CancellationToken cancellation)
    {
        foreach (var fault in judged.Faults) host.Error.WriteLine($"第 {fault.Row} 行{(fault.Column.Length > 0 ? $"［{fault.Column}］" : "")} {fault.Code}：{fault.Message} 建议：{fault.Suggestion}");
        if (judged.Drafts.Count == 0) throw new CliException("IMPORT_NOTHING", $"没有一行可以登记（{judged.Refused} 行全部拒收），台账没有改动。", "按上面每行的建议改正后再导入。");
        await using var land = await StoreOpener.OpenAsync(store, host.Time, cancellation);
        var unheard = await KnownSubjects.MissingAsync(land, judged.Drafts, cancellation);
        if (unheard.Count > 0) host.Error.WriteLine($"注意：有 {unheard.Count} 个对象，此前登记册和台账里都没有，请核对编号；写错的撤回：{string.Join("、", unheard.Take(20).Select(s => s.Named))}{(unheard.Count > 20 ? " 等" : "")}");
        var appended = await new Steps(host.Error, host.Time).RunAsync("登记", () => land.Ledger.AppendAsync(judged.Drafts, cancellation));
        host.Out.WriteLine($"登记 {appended.Count(a => a.IsNew)} 条，台账已有 {appended.Count(a => !a.IsNew)} 条，拒收 {judged.Refused} 行。");
        if (LedgerAppend.AgainText(appended) is { } again) host.Error.WriteLine(again);
        return 0;
    }

    private static IReadOnlyList<LedgerTableRow> Entries(FileInfo source, string name, LoadedLedger ledger, PolicyLibrary library, string by)
    {
        var kind = ledger.Kinds.Find(name) ?? throw new CliException("LEDGER_KIND", $"没有“{name}”这个登记种类。", "用 huodi ledger kinds 看可用的种类。");
        try
        {
            using var content = source.OpenRead();
            return LedgerTable.Read(content, kind, library.Dictionary, by);
        }
        catch (FileRefusedException refused)
        {
            throw new CliException(refused.Diagnostic.Code, $"{source.Name}：{refused.Diagnostic.Message}", refused.Diagnostic.Suggestion);
        }
    }

    private static List<LedgerTableRow> Grants(FileInfo source, CliHost host, LoadedLedger ledger, string by)
    {
        var outcome = SupplyResultsReader.Read(
            source.FullName, SourceOptions.Default, new ImportRequest(source.Name, host.Time.GetUtcNow(), host.Today, []), CancellationToken.None);
        if (!outcome.IsReadable) throw new CliException(outcome.FileErrors[0].Code, $"{source.Name}：{outcome.FileErrors[0].Message}", outcome.FileErrors[0].Suggestion);
        var rows = outcome.Batch.Refused.Select(r => new LedgerTableRow(r.Row, null, [.. r.Diagnostics.Where(d => d.Severity == ImportSeverity.Error)])).ToList();
        foreach (var grant in outcome.Batch.Grants)
        {
            var line = grant.Facts.All[0].Source.Row;
            var drafts = GrantEntries.Of(grant, ledger.Kinds, by, outcome.Batch.FileHash);
            rows.AddRange(drafts.Select(d => new LedgerTableRow(line, d, [])));
            if (drafts.Count == 0)
                rows.Add(new(line, null, [new(line, "合同签订日期", "LEDGER_DAY", ImportSeverity.Error, $"供地结果 {grant.Number} 没有合同签订日期，不知道何日供地。", "查合同补填后重新导入。")]));
        }

        return rows;
    }
}
