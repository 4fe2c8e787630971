using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Huodi.App.Stores;
using Huodi.Domain.Warnings;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.Warnings;

/// <summary>Writes warnings as a table, one line each: CSV that Excel opens with its Chinese intact, or an Excel workbook.</summary>
public static class WarningTable
{
    private static readonly string[] Headings =
        ["编号", "级别", "状态", "事项", "最后一日", "对象类别", "对象编号", "行政区划代码", "办理单位", "办理人", "责任单位", "条文", "内容", "发出日", "时限编号"];

    /// <summary>Writes the lines of a CSV.</summary>
    public static async Task WriteCsvAsync(TextWriter writer, IAsyncEnumerable<Warning> warnings, CancellationToken cancellation)
    {
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(string.Join(',', Headings));
        await foreach (var warning in warnings.WithCancellation(cancellation)) await writer.WriteLineAsync(string.Join(',', Cells(warning).Select(c => SafeCell.Quoted(Text(c)))));
    }

    /// <summary>Writes a CSV file, whole or not at all.</summary>
    public static Task WriteCsvAsync(string path, IAsyncEnumerable<Warning> warnings, CancellationToken cancellation) =>
        WholeFile.WriteAsync(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), writer => WriteCsvAsync(writer, warnings, cancellation), cancellation);

    /// <summary>Writes a workbook with the sheet 预警, whole or not at all.</summary>
    /// <exception cref="StoreException">WARNING_SHEET_FULL: more lines than a sheet holds.</exception>
    public static async Task WriteWorkbookAsync(string path, IAsyncEnumerable<Warning> warnings, CancellationToken cancellation)
    {
        var part = path + ".part";
        try
        {
            using (var file = SpreadsheetDocument.Create(part, SpreadsheetDocumentType.Workbook))
            {
                var book = file.AddWorkbookPart();
                var rows = book.AddNewPart<WorksheetPart>();
                using (var writer = SheetRows.Begin(rows))
                {
                    SheetRows.Write(writer, Headings);
                    var written = 1;
                    await foreach (var warning in warnings.WithCancellation(cancellation))
                    {
                        if (written++ == SheetRows.Most) throw new StoreException("WARNING_SHEET_FULL", "预警多于一张 Excel 表能装的 1048575 行，没有写出。请用 --out 写成 .csv，或者加上筛选条件。");
                        SheetRows.Write(writer, Cells(warning));
                    }

                    SheetRows.End(writer);
                }

                SheetRows.Name(book, ("预警", rows));
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static object?[] Cells(Warning warning)
    {
        var (notice, identity) = (warning.Notice, warning.Notice.Identity);
        return
        [
            warning.Number, identity.Level, WarningLife.Chinese(warning.Status), notice.Matter, notice.Due, identity.Subject.Chinese, identity.Subject.Id, notice.Place?.Digits,
            warning.Office, warning.Person, notice.Responsible, string.Join('、', notice.Articles), notice.Text, warning.GivenFor, identity.Rule,
        ];
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
