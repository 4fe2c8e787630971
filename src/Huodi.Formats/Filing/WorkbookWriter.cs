using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Huodi.App.Filing;
using Huodi.Formats.Files;

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
        _writer = SheetRows.Begin(_rows);
        SheetRows.Write(_writer, profile.Fields.Select(f => (object?)(f.Unit.Length > 0 ? $"{f.Name}（{f.Unit}）" : f.Name)));
    }

    /// <inheritdoc/>
    public void Write(FilingRow row) => SheetRows.Write(_writer, row.Values);

    /// <inheritdoc/>
    public void Finish()
    {
        SheetRows.End(_writer);
        var notes = _book.AddNewPart<WorksheetPart>();
        using (var writer = SheetRows.Begin(notes))
        {
            SheetRows.Write(writer, ["字段", "短名", "单位", "来源", "必填", "可取值", "依据"]);
            foreach (var f in _profile.Fields)
            {
                SheetRows.Write(writer, [f.Name, f.ShortName, f.Unit, f.Fact ?? "图形与登记", f.IsRequired ? "是" : "否", string.Join('、', f.Allowed), f.Basis]);
            }

            SheetRows.End(writer);
        }

        SheetRows.Name(_book, ("地块", _rows), ("字段说明", notes));
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
