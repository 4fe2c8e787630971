using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.App.Filing;
using Huodi.Formats.Csv;

namespace Huodi.Formats.Filing;

/// <summary>Writes the rows as an Excel workbook, streaming: the sheet 地块 with the schema's fields, the sheet 字段说明 with their meaning.</summary>
internal sealed class WorkbookWriter : IFilingWriter
{
    private readonly FilingProfile _profile;
    private readonly SpreadsheetDocument _file;
    private readonly WorkbookPart _book;
    private readonly WorksheetPart _rows;
    private readonly OpenXmlWriter _writer;

    public WorkbookWriter(string path, FilingProfile profile)
    {
        _profile = profile;
        _file = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        _book = _file.AddWorkbookPart();
        _rows = _book.AddNewPart<WorksheetPart>();
        _writer = Begin(_rows);
        Row(_writer, profile.Fields.Select(f => (object?)(f.Unit.Length > 0 ? $"{f.Name}（{f.Unit}）" : f.Name)));
    }

    /// <inheritdoc/>
    public void Write(FilingRow row) => Row(_writer, row.Values);

    /// <inheritdoc/>
    public void Finish()
    {
        End(_writer);
        var notes = _book.AddNewPart<WorksheetPart>();
        using (var writer = Begin(notes))
        {
            Row(writer, ["字段", "短名", "单位", "来源", "必填", "可取值", "依据"]);
            foreach (var f in _profile.Fields)
            {
                Row(writer, [f.Name, f.ShortName, f.Unit, f.Fact ?? "图形与登记", f.IsRequired ? "是" : "否", string.Join('、', f.Allowed), f.Basis]);
            }

            End(writer);
        }

        using var book = OpenXmlWriter.Create(_book);
        book.WriteStartElement(new Workbook());
        book.WriteStartElement(new Sheets());
        book.WriteElement(new Sheet { Name = "地块", SheetId = 1, Id = _book.GetIdOfPart(_rows) });
        book.WriteElement(new Sheet { Name = "字段说明", SheetId = 2, Id = _book.GetIdOfPart(notes) });
        book.WriteEndElement();
        book.WriteEndElement();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    private static OpenXmlWriter Begin(WorksheetPart part)
    {
        var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        return writer;
    }

    private static void End(OpenXmlWriter writer)
    {
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.Close();
    }

    private static void Row(OpenXmlWriter writer, IEnumerable<object?> values)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in values) writer.WriteElement(Cell(value));
        writer.WriteEndElement();
    }

    /// <summary>Numbers as numbers with all their digits; texts as texts, which Excel never runs.</summary>
    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        decimal number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number },
        bool truth => new Cell(new CellValue(truth ? "1" : "0")) { DataType = CellValues.Boolean },
        DateOnly day => Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => Text(SafeCell.Visible(value.ToString() ?? "")),
    };

    private static Cell Text(string text) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
