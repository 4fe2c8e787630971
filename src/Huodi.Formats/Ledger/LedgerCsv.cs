using System.Text;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Ledger;

/// <summary>
/// Reads a table of entries of one kind: the columns 对象 (grant:电子监管号, parcel:宗地编号, project:项目编号), 发生日 and 依据文件, and one
/// column for each field that is filled in. A bad row is told and left out; the others are read.
/// </summary>
public static class LedgerCsv
{
    private const string SubjectColumn = "对象";
    private const string DayColumn = "发生日";
    private const string DocumentColumn = "依据文件";

    /// <summary>Reads a seekable stream from its beginning.</summary>
    /// <param name="content">The file.</param>
    /// <param name="kind">The kind of all its entries.</param>
    /// <param name="dictionary">Types of the fields.</param>
    /// <param name="by">Who records.</param>
    /// <exception cref="FileRefusedException">The file as a whole cannot be read.</exception>
    public static IReadOnlyList<LedgerCsvRow> Read(Stream content, LedgerKind kind, FactDictionary dictionary, string by)
    {
        var limits = ImportLimits.Default;
        var probe = FileProbe.Of(content, limits.Bytes);
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        if (probe.Kind == TextKind.Neither) throw Refusals.Encoding(probe.FirstBadLine);
        using var text = new StreamReader(content, probe.Kind == TextKind.Chinese ? FileProbe.Chinese : Encoding.UTF8, leaveOpen: true);
        using var records = new CsvRecords(text, limits).Read().GetEnumerator();
        if (!records.MoveNext()) throw Refusals.Empty();

        var header = Header(records.Current, kind);
        var rows = new List<LedgerCsvRow>();
        while (records.MoveNext())
        {
            if (rows.Count >= limits.Rows) throw Refusals.TooManyRows(limits.Rows, records.Current.Line);
            rows.Add(Row(records.Current, header, kind, dictionary, by));
        }

        return rows;
    }

    private static List<string> Header(CsvRecord record, LedgerKind kind)
    {
        var names = record.Cells.Select(c => c.Trim().TrimStart('\uFEFF')).ToList();
        var known = new[] { SubjectColumn, DayColumn, DocumentColumn }.Concat(kind.Fields.Select(f => f.Name)).ToList();
        var missing = new[] { SubjectColumn, DayColumn, DocumentColumn }.Concat(kind.Fields.Where(f => f.IsRequired).Select(f => f.Name)).Except(names).ToList();
        if (missing.Count > 0)
            throw new FileRefusedException("FILE_HEADER", $"表头缺少 {missing.Count} 列：{string.Join("、", missing)}。", "用 huodi ledger kinds 看该种类的字段。", record.Line, missing[0]);
        if (names.Except(known).FirstOrDefault() is { } extra)
            throw new FileRefusedException("FILE_HEADER", $"“{kind.Name}”没有“{extra}”这个字段。", $"可用的列：{string.Join("、", known)}。", record.Line, extra);
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            throw new FileRefusedException("FILE_HEADER", $"表头中“{twice}”出现了两次。", "删去多余的一列。", record.Line, twice);
        return names;
    }

    private static LedgerCsvRow Row(CsvRecord record, List<string> header, LedgerKind kind, FactDictionary dictionary, string by)
    {
        var findings = new Findings(record.Line);
        if (record.Fault != CsvFault.None) findings.Error("", "ROW_QUOTE", "引号没有配对或者这一行过长，无法分出各列。", "成对使用英文双引号。");
        else if (record.Cells.Count != header.Count) findings.Error("", "ROW_CELL_COUNT", $"这一行有 {record.Cells.Count} 格，表头有 {header.Count} 格。", "对照原始记录补齐或者删去单元格。");
        if (findings.HasErrors) return new(record.Line, null, findings.All);

        var cells = header.Zip(record.Cells).ToDictionary(p => p.First, p => SafeCell.Original(p.Second).Trim(), StringComparer.Ordinal);
        if (FieldText.Day(cells[DayColumn]) is not { } day)
        {
            findings.Error(DayColumn, "LEDGER_DAY", $"发生日写作“{cells[DayColumn]}”，不是日期。", "写成 2026-03-01。");
            return new(record.Line, null, findings.All);
        }

        try
        {
            var fields = new JsonObject();
            foreach (var field in kind.Fields.Where(f => cells.ContainsKey(f.Name)))
                fields[field.Name] = FieldText.Read(cells[field.Name], dictionary.Find(field.Name)!); // Fields of a loaded kind are in the dictionary.
            var draft = new LedgerDraft(
                LedgerSubject.Parse(cells[SubjectColumn]), kind.English, day, by, new SourceDocument(cells[DocumentColumn]), LedgerPayload.Of(fields));
            return new(record.Line, draft, []);
        }
        catch (DomainException wrong)
        {
            findings.Error("", wrong.Code, wrong.Message, "改正这一行后重新导入。");
            return new(record.Line, null, findings.All);
        }
    }
}
