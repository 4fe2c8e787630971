using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>A CSV file: UTF-8, GBK or UTF-16; commas, tabs or semicolons. Its row numbers are lines.</summary>
internal static class CsvTable
{
    /// <exception cref="FileRefusedException">FILE_EMPTY, FILE_BINARY, FILE_ENCODING, FILE_TRUNCATED, FILE_HEADER, FILE_NO_ROWS.</exception>
    public static IFeatureSource Open(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var warnings = new List<ImportDiagnostic>();
        var encoding = TextEncoding.Of(path, warnings);
        var separator = Separator(path, encoding, options.Limits);
        return new TableSource(
            file, Path.GetFileNameWithoutExtension(file), path, c => Rows(path, encoding, separator, options.Limits, c), null, warnings, options.Limits, owned: null);
    }

    private static IEnumerable<TableRow> Rows(string path, Encoding encoding, char separator, ImportLimits limits, CancellationToken cancellation)
    {
        using var text = new StreamReader(path, encoding);
        foreach (var record in new CsvRecords(text, limits, separator).Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record.Fault switch
            {
                CsvFault.None => new(record.Line, [.. record.Cells.Select(c => SourceValue.Of(SafeCell.Original(c)))]),
                CsvFault.Quote => new(record.Line, [SourceValue.Of(record.Cells[0])], Fault(record.Line, "ROW_QUOTE", "引号没有配对，无法分出各列。", "成对使用英文双引号；单元格内的双引号要写两遍。")),
                _ => new(record.Line, [], Fault(record.Line, "ROW_TOO_LONG", "这一行过长，没有读完。", "检查是否漏了换行，改正后重新导入。")),
            };
        }
    }

    private static ImportDiagnostic Fault(int line, string code, string message, string suggestion) => new(line, "", code, ImportSeverity.Error, message, suggestion);

    private static char Separator(string path, Encoding encoding, ImportLimits limits)
    {
        using var text = new StreamReader(path, encoding);
        var lines = new LineReader(text, limits.LineLength);
        var sample = new StringBuilder();
        for (var i = 0; i < TableHeader.RowsSearched && lines.Next() is { } line; i++) _ = sample.Append(line.Text).Append('\n');
        var first = sample.ToString();
        return first.Contains(',', StringComparison.Ordinal) ? ',' : first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
    }
}
