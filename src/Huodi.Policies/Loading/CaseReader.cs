using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Policies.Cases;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Loading;

/// <summary>Reads worked cases: a heading <c>## DL-06/建设工期</c>, then a table whose columns are 案例, facts, 截至日 and 应得.</summary>
internal static class CaseReader
{
    private const string Title = "案例";
    private const string AsOf = "截至日";
    private const string Expected = "应得";
    private const string Hypothetical = "假设";
    private const string Conflicts = "冲突";

    public static IEnumerable<PolicyCase> Read(string file, string text, FactDictionary dictionary, DiagnosticBag bag)
    {
        var decision = "";
        foreach (var part in PolicyDocument.Parse(file, text).Parts)
        {
            if (part is PolicyDocument.HeadingPart { Level: 2 } heading) decision = heading.Text;
            if (part is not PolicyDocument.TablePart table) continue;
            foreach (var one in Table(file, decision, table, dictionary, bag)) yield return one;
        }
    }

    private static IEnumerable<PolicyCase> Table(string file, string decision, PolicyDocument.TablePart table, FactDictionary dictionary, DiagnosticBag bag)
    {
        var header = table.Rows[0];
        foreach (var missing in new[] { Title, AsOf, Expected }.Except(header))
            bag.Error(file, table.Line, "CASE_COLUMN", $"案例表缺少“{missing}”列。", $"表头须有 {Title}、{AsOf}、{Expected}，其余列是事实的名称。");
        foreach (var unknown in header.Except([Title, AsOf, Expected, Hypothetical, Conflicts]).Where(h => dictionary.Find(h) is null))
            bag.Error(file, table.Line, "FACT_UNKNOWN", $"案例表的列“{unknown}”不是词典里的事实。", Nearest.Hint(unknown, dictionary.Names));
        for (var i = 1; i < table.Rows.Count; i++)
        {
            var line = table.Line + i + 1;
            if (table.Rows[i].Count != header.Count)
            {
                bag.Error(file, line, "TABLE_RAGGED", $"此行有 {table.Rows[i].Count} 格，表头有 {header.Count} 格。", "补齐；未知的事实留空格子或写“未知”。");
                continue;
            }

            if (Row(file, line, decision, header, table.Rows[i], dictionary, bag) is { } one) yield return one;
        }
    }

    private static PolicyCase? Row(string file, int line, string decision, IReadOnlyList<string> header, IReadOnlyList<string> cells, FactDictionary dictionary, DiagnosticBag bag)
    {
        var (title, asOf, expected, hypothetical, conflicts, facts) = ("", default(DateOnly?), "", false, default(string), new JsonObject());
        for (var c = 0; c < header.Count; c++)
        {
            var cell = cells[c];
            switch (header[c])
            {
                case Title: title = cell; break;
                case Expected: expected = cell; break;
                case Hypothetical: hypothetical = cell == "是"; break;
                case Conflicts: conflicts = cell; break;
                case AsOf:
                    if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) asOf = day;
                    break;
                default:
                    if (cell.Length == 0 || cell == "未知" || dictionary.Find(header[c]) is not { } fact) break;
                    if (CaseCell.Read(cell, fact) is { } value) facts[fact.Name] = value;
                    else bag.Error(file, line, "CASE_CELL", $"“{cell}”不是“{fact.Name}”的值（{fact.Type}）。", "是/否；数字；2026-03-01；列表各项用“；”隔开，没有写“无”。");
                    break;
            }
        }

        if (asOf is { } date) return new(title, decision, date, facts, expected, $"{file}:{line}") { Hypothetical = hypothetical, Conflicts = conflicts };
        bag.Error(file, line, "CASE_DATE", $"案例“{title}”没有{AsOf}。", "写成 2026-03-01。");
        return null;
    }
}
