using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>Streams the rows of a sheet.</summary>
internal static class XlsxRows
{
    private const int MostColumns = 16_384;

    /// <summary>The rows; an empty one between others is left out.</summary>
    /// <exception cref="FileRefusedException">XLSX_BROKEN.</exception>
    public static IEnumerable<TableRow> Read(WorksheetPart sheet, XlsxCells cells, string file, CancellationToken cancellation)
    {
        using var reader = OpenXmlReader.Create(sheet);
        var number = 0;
        while (Move(reader, file))
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            cancellation.ThrowIfCancellationRequested();
            number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value is { } stated && int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : number + 1;
            yield return new(number, Cells(reader, cells, number, file));
        }
    }

    /// <summary>How many rows a header takes, by its first row: the deepest of the merged cells that begin there.</summary>
    public static Dictionary<int, int> HeaderSpans(WorksheetPart sheet)
    {
        var spans = new Dictionary<int, int>();
        using var reader = OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(MergeCell) || !reader.IsStartElement) continue;
            var ends = (reader.Attributes.FirstOrDefault(a => a.LocalName == "ref").Value ?? "").Split(':');
            if (ends.Length != 2) continue;
            var (first, last) = (RowOf(ends[0]), RowOf(ends[1]));
            if (first is > 0 and <= TableHeader.RowsSearched && last > first && last - first < 4) spans[first] = Math.Max(spans.GetValueOrDefault(first, 1), last - first + 1);
        }

        return spans;
    }

    private static List<SourceValue> Cells(OpenXmlReader reader, XlsxCells cells, int row, string file)
    {
        var values = new List<SourceValue>();
        if (!reader.ReadFirstChild()) return values;
        do
        {
            if (reader.ElementType != typeof(Cell)) continue;
            if (Load(reader, file) is not Cell cell) continue;
            var reference = cell.CellReference?.Value ?? "";
            var column = reference.Length > 0 ? ColumnOf(reference) : values.Count;
            if (column < values.Count || column >= MostColumns) continue;
            while (values.Count < column) values.Add(SourceValue.Null);
            values.Add(cells.Read(cell, row, reference.TrimEnd("0123456789".ToCharArray())));
        }
        while (Sibling(reader, file));
        return values;
    }

    private static bool Move(OpenXmlReader reader, string file) => Sound(reader.Read, file);

    private static bool Sibling(OpenXmlReader reader, string file) => Sound(reader.ReadNextSibling, file);

    private static OpenXmlElement? Load(OpenXmlReader reader, string file) => Sound(reader.LoadCurrentElement, file);

    private static T Sound<T>(Func<T> read, string file)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or FormatException)
        {
            throw XlsxTable.Broken(file, problem.Message);
        }
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter).Take(4)) column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1;
    }

    private static int RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
