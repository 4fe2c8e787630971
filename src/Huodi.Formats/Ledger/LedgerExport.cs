using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Csv;

namespace Huodi.Formats.Ledger;

/// <summary>Writes entries as a table, one line each, streaming.</summary>
public static class LedgerExport
{
    /// <summary>Entries that a workbook can hold at most, below its heading.</summary>
    public const int MostOfAWorkbook = 1_048_575;

    private static readonly string[] Heading =
        ["登记号", "对象", "种类", "阶段", "发生日", "登记时间", "登记人", "依据文件", "依据文件散列值", "内容", "更正或撤回", "理由", "散列值"];

    /// <summary>Writes CSV that Excel opens with its Chinese intact and no text run as a formula.</summary>
    public static async Task WriteCsvAsync(Stream to, IAsyncEnumerable<LedgerEntry> entries, LedgerKinds kinds, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Heading).AsMemory(), cancellation);
        await foreach (var entry in entries.WithCancellation(cancellation))
            await writer.WriteLineAsync(string.Join(',', Cells(entry, kinds).Select(SafeCell.Quoted)).AsMemory(), cancellation);
    }

    /// <summary>Writes a workbook, the first <see cref="MostOfAWorkbook"/> entries of it.</summary>
    public static async Task WriteXlsxAsync(Stream to, IAsyncEnumerable<LedgerEntry> entries, LedgerKinds kinds, CancellationToken cancellation)
    {
        using var file = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            Write(writer, Heading);
            await foreach (var entry in entries.Take(MostOfAWorkbook).WithCancellation(cancellation)) Write(writer, Cells(entry, kinds));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "登记", SheetId = 1, Id = book.GetIdOfPart(part) }));
    }

    private static string[] Cells(LedgerEntry entry, LedgerKinds kinds)
    {
        var (draft, kind) = (entry.Draft, kinds.Find(entry.Kind));
        return
        [
            entry.Number.ToString(CultureInfo.InvariantCulture),
            entry.Subject.ToString(),
            kind?.Name ?? (entry.Kind == EffectiveEntries.Withdrawal ? "撤回" : entry.Kind),
            kind?.Stage ?? "",
            LedgerRow.Day(entry.Happened),
            LedgerRow.Moment(entry.Recorded),
            draft.By,
            draft.Document.Name,
            draft.Document.Hash ?? "",
            draft.Payload.Text,
            draft.Supersedes?.Number.ToString(CultureInfo.InvariantCulture) ?? "",
            draft.Supersedes?.Reason ?? "",
            entry.Hash,
        ];
    }

    private static void Write(OpenXmlWriter writer, IEnumerable<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var text in cells)
        {
            writer.WriteElement(new Cell(new InlineString(new Text(SafeCell.Visible(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString });
        }

        writer.WriteEndElement();
    }
}
