using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using Huodi.Formats.Sources.Tables;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Ledger;

/// <summary>
/// Reads a table of entries of one kind, CSV or xlsx: the columns 对象 (grant:电子监管号, parcel:宗地编号, project:项目编号), 发生日 and
/// 依据文件, and one column for each field that is filled in. A bad row is told and left out; the others are read.
/// </summary>
public static class LedgerTable
{
    private static readonly byte[] Zip = "PK"u8.ToArray();

    /// <summary>Reads a seekable stream from its beginning.</summary>
    /// <param name="content">The file.</param>
    /// <param name="kind">The kind of all its entries.</param>
    /// <param name="dictionary">Types of the fields.</param>
    /// <param name="by">Who records.</param>
    /// <exception cref="FileRefusedException">The file as a whole cannot be read.</exception>
    public static IReadOnlyList<LedgerTableRow> Read(Stream content, LedgerKind kind, FactDictionary dictionary, string by)
    {
        var limits = ImportLimits.Default;
        using var records = (IsWorkbook(content) ? Workbook(content, limits) : Text(content, limits)).GetEnumerator();
        if (!records.MoveNext()) throw Refusals.Empty();
        var header = LedgerColumns.Read([.. records.Current.Cells.Select(c => c.Trim().TrimStart('\uFEFF'))], records.Current.Line, kind, dictionary);
        var rows = new List<LedgerTableRow>();
        while (records.MoveNext())
        {
            if (rows.Count >= limits.Rows) throw Refusals.TooManyRows(limits.Rows, records.Current.Line);
            rows.Add(Row(records.Current, header, kind, dictionary, by));
        }

        return rows;
    }

    private static bool IsWorkbook(Stream content)
    {
        content.Position = 0;
        Span<byte> start = stackalloc byte[2];
        var read = content.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        content.Position = 0;
        return read == 2 && start.SequenceEqual(Zip);
    }

    private static IEnumerable<CsvRecord> Text(Stream content, ImportLimits limits)
    {
        var probe = FileProbe.Of(content, limits.Bytes);
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        if (probe.Kind == TextKind.Neither) throw Refusals.Encoding(probe.FirstBadLine);
        using var text = new StreamReader(content, probe.Kind == TextKind.Chinese ? FileProbe.Chinese : Encoding.UTF8, leaveOpen: true);
        foreach (var record in new CsvRecords(text, limits).Read()) yield return record;
    }

    private static IEnumerable<CsvRecord> Workbook(Stream content, ImportLimits limits)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");
        try
        {
            using (var file = File.Create(path)) content.CopyTo(file);
            using var sheet = Sheet(path, limits);
            var width = 0;
            foreach (var row in sheet.Rows(CancellationToken.None).Where(r => !r.IsBlank))
            {
                var cells = row.Cells.Select(Cell).ToList();
                if (width == 0) width = cells.FindLastIndex(c => c.Length > 0) + 1;
                // A workbook leaves out empty cells at the end of a row, or writes some behind its last column.
                while (cells.Count < width) cells.Add("");
                while (cells.Count > width && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
                yield return new(row.Row, cells, CsvFault.None);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The sheet of the template; of another workbook the only one that is filled.</summary>
    private static XlsxSheet Sheet(string path, ImportLimits limits)
    {
        var options = SourceOptions.Default with { Limits = limits };
        try
        {
            return XlsxTable.Sheet(path, "工作簿", options with { Layer = LedgerTemplate.Sheet }, CancellationToken.None);
        }
        catch (FileRefusedException other) when (other.Diagnostic.Code == "SOURCE_LAYER_UNKNOWN")
        {
            return XlsxTable.Sheet(path, "工作簿", options, CancellationToken.None);
        }
    }

    private static string Cell(SourceValue value) => value.TryNumber(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.Text;

    private static LedgerTableRow Row(CsvRecord record, List<string> header, LedgerKind kind, FactDictionary dictionary, string by)
    {
        var findings = new Findings(record.Line);
        if (record.Fault != CsvFault.None) findings.Error("", "ROW_QUOTE", "引号没有配对或者这一行过长，无法分出各列。", "成对使用英文双引号。");
        else if (record.Cells.Count != header.Count) findings.Error("", "ROW_CELL_COUNT", $"这一行有 {record.Cells.Count} 格，表头有 {header.Count} 格。", "对照原始记录补齐或者删去单元格。");
        if (findings.HasErrors) return new(record.Line, null, findings.All);

        var cells = header.Zip(record.Cells).ToDictionary(p => p.First, p => SafeCell.Original(p.Second).Trim(), StringComparer.Ordinal);
        var fields = new JsonObject();
        foreach (var field in kind.Fields.Where(f => cells.ContainsKey(f.Name)))
            fields[field.Name] = FieldText.Read(cells[field.Name], dictionary.Find(field.Name)!); // Fields of a loaded kind are in the dictionary.
        return new(record.Line, null, [], new(cells[LedgerColumns.Subject], kind.English, cells[LedgerColumns.Day], by, cells[LedgerColumns.Document], null, fields));
    }
}
