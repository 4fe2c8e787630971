using System.Text;
using Huodi.App.Quality;

namespace Huodi.Formats.Filing;

/// <summary>The check report of a package, in Markdown: what was found, how often, where, and the hash of each file.</summary>
internal static class FilingReport
{
    private const int Listed = 500;

    public static string Text(FilingJob job, QualityReport report, IReadOnlyList<FilingFile> files)
    {
        var text = new StringBuilder();
        Line($"# {job.Title}：检查报告\n");
        Line($"- 交付模板：{job.Profile.Title}（{job.Profile.Id}，版本 {job.Profile.Version}）");
        Line($"- 导出时间：{job.At.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z");
        Line($"- 地块：{report.Parcels} 块，其中 {report.WithFindings} 块有问题，共 {report.Findings.Count} 个问题");
        Line("- 坐标系：CGCS2000 经纬度（EPSG:4490）；登记面积与量算面积是两个数，各自列出\n");
        Line("## 问题计数\n");
        if (report.Counts.Count == 0) Line("没有发现问题。\n");
        else
        {
            Line("| 程度 | 代码 | 问题 | 数目 | 处理 |\n|---|---|---|---|---|");
            foreach (var (kind, count) in report.Counts) Line($"| {QualityWords.Of(kind.Severity)} | {kind.Code} | {kind.Title} | {count} | {kind.Remedy} |");
            Line("\n## 问题\n");
            Line("| 地块 | 相关地块 | 代码 | 说明 |\n|---|---|---|---|");
            foreach (var f in report.Findings.Take(Listed)) Line($"| {Cell(f.Parcel)} | {Cell(f.Other ?? "")} | {f.Finding.Code} | {Cell(f.Finding.Message)} |");
            if (report.Findings.Count > Listed) Line($"\n另有 {report.Findings.Count - Listed} 个，全部问题见“检查结果.csv”。");
        }

        Line("\n## 文件\n");
        Line("| 文件 | 字节 | SHA-256 |\n|---|---|---|");
        foreach (var file in files) Line($"| {Cell(file.Name)} | {file.Bytes} | {file.Sha256} |");
        Line($"\n## 模板说明\n\n{job.Profile.Note}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Text of a name or message that cannot break out of its cell.</summary>
    private static string Cell(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
