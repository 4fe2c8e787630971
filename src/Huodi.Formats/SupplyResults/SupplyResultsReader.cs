using System.Text;
using Huodi.App.Imports;
using Huodi.Domain.Grants;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.SupplyResults;

/// <summary>
/// Reads a landchina supply-result table (供地结果, CSV) row by row: good rows become grants, bad rows are refused with their
/// original cells, and nothing is guessed. What a column means is in <c>supply-results.profile.json</c>.
/// </summary>
public static class SupplyResultsReader
{
    private const string WholeRow = "";

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

    private static ImportBatch ReadText(Stream content, ImportRequest request, FileProbe probe)
    {
        if (probe.Kind == TextKind.CutOff) throw Refusals.CutOff();
        if (probe.Kind == TextKind.Neither) throw Refusals.Encoding(probe.FirstBadLine);

        var profile = SupplyProfile.Default;
        using var text = new StreamReader(content, probe.Kind == TextKind.Chinese ? FileProbe.Chinese : Encoding.UTF8, leaveOpen: true);
        using var records = new CsvRecords(text, request.Limits).Read().GetEnumerator();
        if (!records.MoveNext()) throw Refusals.Empty();

        var header = HeaderOf(records.Current, profile, probe);
        var warnings = new List<ImportDiagnostic>(header.Unread(profile, records.Current.Line));
        if (probe.Kind == TextKind.Chinese)
        {
            warnings.Add(new(
                0, WholeRow, "FILE_ENCODING_GBK", ImportSeverity.Warning, "文件是 GBK 编码，已按 GB 18030 读取。", "抽查几行生僻字；今后请导出为“CSV UTF-8”。"));
        }

        var reader = new SupplyRowReader(profile, header, request);
        var grants = new List<Grant>();
        var kept = new Dictionary<int, IReadOnlyList<string>>();
        var refused = new List<RefusedRow>();
        var rows = 0;
        while (records.MoveNext())
        {
            if (++rows > request.Limits.Rows) throw Refusals.TooManyRows(request.Limits.Rows, records.Current.Line);
            var findings = new Findings(records.Current.Line);
            var cells = CellsOf(records.Current, header);
            var grant = Split(records.Current, cells, header, findings) ? reader.Read(cells, records.Current.Line, findings) : null;
            if (grant is null || findings.HasErrors)
            {
                refused.Add(new(records.Current.Line, cells, findings.All));
                continue;
            }

            grants.Add(grant);
            kept.Add(records.Current.Line, cells);
            warnings.AddRange(findings.All);
        }

        if (rows == 0)
        {
            throw new FileRefusedException("FILE_NO_ROWS", "文件只有表头，没有数据行。", "检查导出条件是否选中了记录，重新导出后再导入。");
        }

        return new()
        {
            File = request.File,
            FileHash = probe.Hash,
            Layer = profile.Layer,
            ImportedAt = request.ImportedAt,
            Header = header.Cells,
            Grants = grants,
            KeptCells = kept,
            Refused = refused,
            Warnings = warnings,
        };
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
