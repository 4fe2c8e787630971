using Huodi.App.Imports;

namespace Huodi.Cli.Land;

/// <summary>Prints what became of an import.</summary>
internal static class ImportText
{
    public static void Write(TextWriter to, ImportReport report, bool verbose)
    {
        to.WriteLine($"{report.Title ?? $"第 {report.Batch} 批"}　{report.File}（{report.Layer}）：新增 {report.Added}，已在库 {report.Unchanged}，拒收 {report.RefusedCount}，提示 {report.WarningCount}。");
        foreach (var diagnostic in Errors(report.Refused)) WriteOne(to, diagnostic);
        foreach (var found in report.Findings.Where(f => f.Severity == ImportSeverity.Error)) to.WriteLine($"  拒收原因 {found.Code}：{found.Count} 处");
        if (report.RefusedCount > report.Refused.Count)
            to.WriteLine($"  以上列出前 {report.Refused.Count} 行；全部 {report.RefusedCount} 行：huodi imports {report.Batch} --refused 文件.csv");
        if (verbose)
        {
            foreach (var warning in report.Warnings) WriteOne(to, warning);
            return;
        }

        var examples = report.Warnings.Concat(report.Refused.SelectMany(r => r.Diagnostics)).Where(d => d.Severity == ImportSeverity.Warning).ToLookup(d => d.Code);
        foreach (var found in report.Findings.Where(f => f.Severity == ImportSeverity.Warning))
            to.WriteLine($"  提示 {found.Code}：{found.Count} 处{(examples[found.Code].FirstOrDefault() is { } first ? $"，例如{Place(first)}：{first.Message}" : "")}");
    }

    public static string Place(ImportDiagnostic at) => at.Row == 0 ? "" : $"第 {at.Row} 行{(at.Column.Length > 0 ? $"“{at.Column}”" : "")}";

    private static IEnumerable<ImportDiagnostic> Errors(IReadOnlyList<RefusedRow> refused) =>
        refused.SelectMany(r => r.Diagnostics).Where(d => d.Severity == ImportSeverity.Error);

    private static void WriteOne(TextWriter to, ImportDiagnostic one) =>
        to.WriteLine($"  {(one.Severity == ImportSeverity.Error ? "拒收" : "提示")}　{Place(one)}　{one.Code}：{one.Message}　建议：{one.Suggestion}");
}
