using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Csv;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Ledger;

/// <summary>An empty table to be filled in and imported, from the declaration of a kind: headings with units and allowed values, no example.</summary>
public static class LedgerTemplate
{
    /// <summary>The sheet that is filled in and read again.</summary>
    public const string Sheet = "登记";

    private const int LongestChoice = 255;
    private const string Notes = "填写说明";

    /// <summary>Writes it as CSV that Excel opens with its Chinese intact.</summary>
    public static async Task WriteCsvAsync(Stream to, LedgerKind kind, FactDictionary dictionary, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', LedgerColumns.Of(kind, dictionary).Select(c => SafeCell.Quoted(c.Heading))).AsMemory(), cancellation);
    }

    /// <summary>Writes it as a workbook: the sheet to fill in, which offers the allowed values, and a sheet that explains the columns.</summary>
    public static void WriteXlsx(Stream to, LedgerKind kind, FactDictionary dictionary)
    {
        var columns = LedgerColumns.Of(kind, dictionary);
        using var file = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        var rows = Part(book, [columns.Select(c => c.Heading)], Choices(columns));
        var notes = Part(
            book,
            [
                ["列", "必填", "单位", "写法", "说明"],
                .. columns.Select(c => new[] { c.Name, c.IsRequired ? "必填" : "选填", c.Unit ?? "", c.Form, c.Note }),
                [],
                ["种类", kind.Name, "", kind.Stage, kind.Note],
            ],
            null);
        book.Workbook = new Workbook(new Sheets(
            new Sheet { Name = Sheet, SheetId = 1, Id = book.GetIdOfPart(rows) }, new Sheet { Name = Notes, SheetId = 2, Id = book.GetIdOfPart(notes) }));
    }

    private static WorksheetPart Part(WorkbookPart book, IEnumerable<IEnumerable<string>> rows, DataValidations? choices)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var sheet = new Worksheet(new SheetData(rows.Select(r => new Row(r.Select(Cell)))));
        if (choices is not null) sheet.Append(choices);
        part.Worksheet = sheet;
        return part;
    }

    private static DataValidations? Choices(IReadOnlyList<LedgerColumn> columns)
    {
        var lists = columns.Select((c, i) => (At: i, Values: string.Join(',', c.Type == "boolean" ? ["是", "否"] : c.Allowed)))
            .Where(l => l.Values.Length is > 0 and <= LongestChoice)
            .Select(l => new DataValidation(new Formula1($"\"{l.Values}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(l.At)}2:{Letters(l.At)}1048576" },
            }).ToList();
        return lists.Count == 0 ? null : new DataValidations(lists) { Count = (uint)lists.Count };
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static Cell Cell(string text) => new(new InlineString(new Text(SafeCell.Visible(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };
}
