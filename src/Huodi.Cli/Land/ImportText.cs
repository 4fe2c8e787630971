using Huodi.App.Imports;

namespace Huodi.Cli.Land;

/// <summary>Prints what became of an import.</summary>
internal static class ImportText
{
    public static void Write(TextWriter to, ImportReport report, bool verbose)
    {
        to.WriteLine($"第 {report.Batch} 批　{report.File}（{report.Layer}）：新增 {report.Added}，已在库 {report.Unchanged}，拒收 {report.Refused.Count}，提示 {report.Warnings.Count}。");
        WriteRefused(to, report.Refused);
        if (verbose)
        {
            foreach (var warning in report.Warnings) WriteOne(to, warning);
            return;
        }

        foreach (var group in report.Warnings.GroupBy(w => w.Code).OrderByDescending(g => g.Count()))
            to.WriteLine($"  提示 {group.Key}：{group.Count()} 处，例如{Place(group.First())}：{group.First().Message}");
    }

    public static void WriteRefused(TextWriter to, IReadOnlyList<RefusedRow> refused)
    {
        foreach (var diagnostic in refused.SelectMany(r => r.Diagnostics).Where(d => d.Severity == ImportSeverity.Error)) WriteOne(to, diagnostic);
        foreach (var group in refused.SelectMany(r => r.Diagnostics).Where(d => d.Severity == ImportSeverity.Error).GroupBy(d => d.Code).OrderByDescending(g => g.Count()))
            to.WriteLine($"  拒收原因 {group.Key}：{group.Count()} 处");
    }

    public static string Place(ImportDiagnostic at) => at.Row == 0 ? "" : $"第 {at.Row} 行{(at.Column.Length > 0 ? $"“{at.Column}”" : "")}";

    private static void WriteOne(TextWriter to, ImportDiagnostic one) =>
        to.WriteLine($"  {(one.Severity == ImportSeverity.Error ? "拒收" : "提示")}　{Place(one)}　{one.Code}：{one.Message}　建议：{one.Suggestion}");
}
