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
        foreach (var row in rows) WriteLine(writer, Cells(row));
    }

    /// <summary>Writes the same from a stream of rows, which may be too many for memory.</summary>
    /// <param name="rows">Rows that a reader or the store refused.</param>
    /// <param name="header">Header of the file they came from.</param>
    /// <param name="output">Left open.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync(
        IAsyncEnumerable<RefusedRow> rows, IReadOnlyList<string> header, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line([.. SupplyProfile.Default.LeadingColumns, .. header]).AsMemory(), cancellation);
        await foreach (var row in rows.WithCancellation(cancellation)) await writer.WriteLineAsync(Line(Cells(row)).AsMemory(), cancellation);
    }

    private static IEnumerable<string> Cells(RefusedRow row) =>
    [
        $"{row.Row}",
        string.Join(' ', row.Diagnostics.Select(d => d.Column.Length == 0 ? d.Message : $"［{d.Column}］{d.Message}")),
        string.Join(' ', row.Diagnostics.Select(d => d.Suggestion).Distinct()),
        .. row.Cells,
    ];

    private static void WriteLine(StreamWriter writer, IEnumerable<string> cells) => writer.WriteLine(Line(cells));

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(SafeCell.Quoted));
}
