using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.Formats.Csv;

namespace Huodi.Formats.Files;

/// <summary>Writes the rows of an Excel sheet one by one, so that a long sheet needs no memory.</summary>
internal static class SheetRows
{
    /// <summary>The most rows a sheet holds, the heading among them.</summary>
    public const int Most = 1_048_576;

    public static OpenXmlWriter Begin(WorksheetPart part)
    {
        var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        return writer;
    }

    public static void End(OpenXmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Close();
    }

    public static void Write(OpenXmlWriter writer, IEnumerable<object?> values)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in values) writer.WriteElement(Cell(value));
        writer.WriteEndElement();
    }

    /// <summary>The list of the sheets, which ends a workbook.</summary>
    public static void Name(WorkbookPart book, params IEnumerable<(string Name, WorksheetPart Part)> sheets)
    {
        using var writer = OpenXmlWriter.Create(book);
        writer.WriteStartElement(new Workbook());
        writer.WriteStartElement(new Sheets());
        foreach (var (n, (name, part)) in sheets.Index()) writer.WriteElement(new Sheet { Name = name, SheetId = (uint)n + 1, Id = book.GetIdOfPart(part) });
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Numbers as numbers with all their digits; texts as texts, which Excel never runs.</summary>
    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        decimal or long or int => new Cell(new CellValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))) { DataType = CellValues.Number },
        bool truth => new Cell(new CellValue(truth ? "1" : "0")) { DataType = CellValues.Boolean },
        DateOnly day => Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => Text(SafeCell.Visible(value.ToString() ?? "")),
    };

    private static Cell Text(string text) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
