using System.Text;
using Huodi.App.Imports;

namespace Huodi.Web.Imports;

/// <summary>Refused rows as CSV (RFC 4180) under the header of their file, cells unchanged, to be corrected and imported again.</summary>
internal static class RefusedRowsText
{
    public static string Write(IReadOnlyList<string> header, IEnumerable<RefusedRow> rows)
    {
        var text = new StringBuilder();
        Line(text, header);
        foreach (var row in rows) Line(text, row.Cells);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
