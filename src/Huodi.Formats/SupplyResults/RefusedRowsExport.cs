using System.Text;
using Huodi.App.Imports;
using Huodi.Formats.Csv;

namespace Huodi.Formats.SupplyResults;

/// <summary>
/// Writes refused rows as the table to correct: 行号, 问题 and 建议 in front, then the original header and cells. The reader skips
/// those three columns, so the corrected file is imported as it is.
/// </summary>
public static class RefusedRowsExport
{
    /// <summary>Writes UTF-8 with a byte order mark, lines ending in CR LF.</summary>
    /// <param name="rows">Rows that a reader or the store refused.</param>
    /// <param name="header">Header of the file they came from.</param>
    /// <param name="output">Left open.</param>
    public static void Write(IEnumerable<RefusedRow> rows, IReadOnlyList<string> header, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        WriteLine(writer, [.. SupplyProfile.Default.LeadingColumns, .. header]);
        foreach (var row in rows)
        {
            WriteLine(
                writer,
                [
                    $"{row.Row}",
                    string.Join(' ', row.Diagnostics.Select(d => d.Column.Length == 0 ? d.Message : $"［{d.Column}］{d.Message}")),
                    string.Join(' ', row.Diagnostics.Select(d => d.Suggestion).Distinct()),
                    .. row.Cells,
                ]);
        }
    }

    private static void WriteLine(StreamWriter writer, IEnumerable<string> cells) => writer.WriteLine(string.Join(',', cells.Select(SafeCell.Quoted)));
}
