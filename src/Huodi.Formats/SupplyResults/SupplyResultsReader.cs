using System.Globalization;
using System.Text;
using Huodi.App.Imports;
using Huodi.Domain.Grants;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using Huodi.Formats.Sources;
using Huodi.Formats.Sources.Tables;

namespace Huodi.Formats.SupplyResults;

/// <summary>
/// Reads a landchina supply-result table (供地结果; CSV or a workbook) row by row: good rows become grants, bad rows are refused with their
/// original cells, and nothing is guessed. What a column means is in <c>supply-results.profile.json</c>.
/// </summary>
public static class SupplyResultsReader
{
    private const string WholeRow = "";
    private static readonly HashSet<string> Workbooks = new(StringComparer.OrdinalIgnoreCase) { ".xlsx", ".xlsm" };

    /// <summary>Reads a seekable stream from its beginning.</summary>
    public static ImportOutcome Read(Stream content, ImportRequest request)
    {
        try
        {
            var probe = FileProbe.Of(content, request.Limits.Bytes);
            return ImportOutcome.Read(ReadText(content, request, probe));
        }
        catch (FileRefusedException refused)
        {
            return ImportOutcome.Unreadable(refused.Diagnostic);
        }
    }

    /// <summary>Reads a file: a workbook by its extension, else a CSV in UTF-8 or GBK.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Its sheet and the limits.</param>
    /// <param name="request">What is known of it.</param>
    /// <param name="cancellation">Cancels.</param>
    public static ImportOutcome Read(string path, SourceOptions options, ImportRequest request, CancellationToken cancellation)
    {
        if (!Workbooks.Contains(Path.GetExtension(path)))
        {
            using var content = File.OpenRead(path);
            return Read(content, request);
        }

        try
        {
            using var book = XlsxTable.Sheet(path, request.File, options, cancellation);
            var first = book.Rows(cancellation).Where(r => !r.IsBlank).Take(TableHeader.RowsSearched).ToList();
            if (first.Count == 0) throw Refusals.Empty();
            var header = TableHeader.Find(first, book.HeaderSpan);
            var head = new CsvRecord(header.LastRow, header.Names, CsvFault.None);
            var rows = book.Rows(cancellation).Where(r => r.Row > header.LastRow && !r.IsBlank).Select(r => Record(r, header.Names.Count));
            return ImportOutcome.Read(ReadRecords(SupplyHeader.Parse(head, SupplyProfile.Default), head, rows, FileHash.Of(path), book.Warnings, request));
        }
        catch (FileRefusedException refused)
        {
            return ImportOutcome.Unreadable(refused.Diagnostic);
        }
    }

    private static ImportBatch ReadText(Stream content, ImportRequest request, FileProbe probe)
    {
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        if (probe.Kind == TextKind.Neither) throw Refusals.Encoding(probe.FirstBadLine);

        using var text = new StreamReader(content, probe.Kind == TextKind.Chinese ? FileProbe.Chinese : Encoding.UTF8, leaveOpen: true);
        using var records = new CsvRecords(text, request.Limits).Read().GetEnumerator();
        if (!records.MoveNext()) throw Refusals.Empty();

        var head = records.Current;
        var warnings = new List<ImportDiagnostic>();
        if (probe.Kind == TextKind.Chinese)
        {
            warnings.Add(new(
                0, WholeRow, "FILE_ENCODING_GBK", ImportSeverity.Warning, "文件是 GBK 编码，已按 GB 18030 读取。", "抽查几行生僻字；今后请导出为“CSV UTF-8”。"));
        }

        return ReadRecords(HeaderOf(head, SupplyProfile.Default, probe), head, Rest(records), probe.Hash, warnings, request);
    }

    private static ImportBatch ReadRecords(
        SupplyHeader header, CsvRecord head, IEnumerable<CsvRecord> records, string hash, List<ImportDiagnostic> fileWarnings, ImportRequest request)
    {
        var profile = SupplyProfile.Default;
        var reader = new SupplyRowReader(profile, header, request);
        var (grants, refused, warnings) = (new List<Grant>(), new List<RefusedRow>(), new List<ImportDiagnostic>(header.Unread(profile, head.Line)));
        var kept = new Dictionary<int, IReadOnlyList<string>>();
        var rows = 0;
        foreach (var record in records)
        {
            if (++rows > request.Limits.Rows) throw Refusals.TooManyRows(request.Limits.Rows, record.Line);
            var findings = new Findings(record.Line);
            var cells = CellsOf(record, header);
            var grant = Split(record, cells, header, findings) ? reader.Read(cells, record.Line, findings) : null;
            if (grant is null || findings.HasErrors)
            {
                refused.Add(new(record.Line, cells, findings.All));
                continue;
            }

            grants.Add(grant);
            kept.Add(record.Line, cells);
            warnings.AddRange(findings.All);
        }

        if (rows == 0)
        {
            throw new FileRefusedException("FILE_NO_ROWS", "文件只有表头，没有数据行。", "检查导出条件是否选中了记录，重新导出后再导入。");
        }

        return new()
        {
            File = request.File,
            FileHash = hash,
            Layer = profile.Layer,
            ImportedAt = request.ImportedAt,
            Header = header.Cells,
            Grants = grants,
            KeptCells = kept,
            Refused = refused,
            Warnings = [.. fileWarnings, .. warnings],
        };
    }

    private static IEnumerable<CsvRecord> Rest(IEnumerator<CsvRecord> records)
    {
        while (records.MoveNext()) yield return records.Current;
    }

    /// <summary>A row of a workbook: cells it leaves out at its end are blank, blank ones behind the header's are none; a number is its 15 digits.</summary>
    private static CsvRecord Record(TableRow row, int width)
    {
        var cells = row.Cells.Select(c => c.TryNumber(out var number) ? number.ToString(CultureInfo.InvariantCulture) : SafeCell.Original(c.Text)).ToList();
        while (cells.Count > width && string.IsNullOrWhiteSpace(cells[^1])) cells.RemoveAt(cells.Count - 1);
        while (cells.Count < width) cells.Add("");
        return new(row.Row, cells, CsvFault.None);
    }

    private static SupplyHeader HeaderOf(CsvRecord first, SupplyProfile profile, FileProbe probe)
    {
        try
        {
            return SupplyHeader.Parse(first, profile);
        }
        catch (FileRefusedException) when (probe.Kind == TextKind.Chinese)
        {
            // The bytes pass for GBK but the words are not ours: a damaged UTF-8 file looks like that.
            throw Refusals.Encoding(probe.FirstBadLine);
        }
    }

    private static IReadOnlyList<string> CellsOf(CsvRecord record, SupplyHeader header) =>
        header.Skipped == 0 || record.Fault != CsvFault.None
            ? record.Cells
            : [.. record.Cells.Skip(header.Skipped).Select(SafeCell.Original)];

    private static bool Split(CsvRecord record, IReadOnlyList<string> cells, SupplyHeader header, Findings findings)
    {
        switch (record.Fault)
        {
            case CsvFault.Quote:
                findings.Error(WholeRow, "ROW_QUOTE", "引号没有配对，无法分出各列。", "成对使用英文双引号；单元格内的双引号要写两遍。");
                return false;
            case CsvFault.TooLong:
                findings.Error(WholeRow, "ROW_TOO_LONG", "这一行过长，没有读完。", "检查是否漏了换行，改正后重新导入。");
                return false;
            default:
                if (cells.Count == header.Cells.Count) return true;
                findings.Error(
                    WholeRow,
                    "ROW_CELL_COUNT",
                    $"这一行有 {cells.Count} 格，表头有 {header.Cells.Count} 格，{(cells.Count < header.Cells.Count ? "缺了" : "多了")} {Math.Abs(cells.Count - header.Cells.Count)} 格，各列会错位。",
                    "对照原始记录补齐或删去单元格；内容里有逗号的单元格要加英文双引号。");
                return false;
        }
    }
}
