using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>A sheet of an Excel workbook, streamed; texts that sheets share are held, up to a limit. With several sheets the user is asked which.</summary>
internal static class XlsxTable
{
    private const long MostExpanded = 8L << 30;

    /// <exception cref="FileRefusedException">XLSX_BROKEN, XLSX_ENCRYPTED, ZIP_BOMB, SOURCE_LAYERS, and what refuses any table.</exception>
    public static IFeatureSource Open(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        var sheet = Sheet(path, file, options, cancellation);
        try
        {
            return new TableSource(file, sheet.Name, path, sheet.Rows, sheet.HeaderSpan, sheet.Warnings, options.Limits, sheet);
        }
        catch
        {
            sheet.Dispose();
            throw;
        }
    }

    /// <summary>The sheet asked for, or the only one with cells.</summary>
    /// <exception cref="FileRefusedException">XLSX_BROKEN, XLSX_ENCRYPTED, ZIP_BOMB, SOURCE_LAYERS.</exception>
    public static XlsxSheet Sheet(string path, string file, SourceOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CheckArchive(path, file, options.Limits);
        SpreadsheetDocument? book = null;
        try
        {
            book = SpreadsheetDocument.Open(path, isEditable: false);
            var workbook = book.WorkbookPart ?? throw Broken(file, "没有工作簿");
            var sheets = workbook.Workbook.Sheets?.Elements<Sheet>().Where(s => s.State?.Value is null or SheetStateValues.Visible).ToList() ?? [];
            var filled = sheets.Where(s => Part(workbook, s) is { } part && HasRows(part)).ToList();
            var name = LayerChoice.Pick(file, [.. filled.Select(s => s.Name?.Value ?? "")], [.. sheets.Select(s => s.Name?.Value ?? "")], options.Layer);
            var sheet = Part(workbook, sheets.First(s => s.Name?.Value == name)) ?? throw Broken(file, $"工作表“{name}”不存在");
            var warnings = new List<ImportDiagnostic>();
            if (workbook.VbaProjectPart is not null) warnings.Add(new(0, "", "XLSX_MACRO", ImportSeverity.Warning, "工作簿带有宏，没有运行，只读取单元格。", "确认来源；今后请存为不带宏的 xlsx。"));
            var cells = new XlsxCells(workbook, options.Limits.ValueBytes, warnings);
            var merged = XlsxRows.HeaderSpans(sheet);
            return new(name, c => XlsxRows.Read(sheet, cells, file, c), row => merged.GetValueOrDefault(row, 1), warnings, book);
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or FormatException)
        {
            book?.Dispose();
            throw Broken(file, problem.Message);
        }
        catch
        {
            book?.Dispose();
            throw;
        }
    }

    internal static FileRefusedException Broken(string file, string what) =>
        new("XLSX_BROKEN", $"{file} 不是完整的 Excel 工作簿（{what}）。", "文件可能被截断或损坏：用 Excel 打开检查，另存为 xlsx 后再导入。");

    private static WorksheetPart? Part(WorkbookPart workbook, Sheet sheet) =>
        sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) ? part as WorksheetPart : null;

    private static bool HasRows(WorksheetPart sheet)
    {
        using var reader = DocumentFormat.OpenXml.OpenXmlReader.Create(sheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Cell)) return true;
        }

        return false;
    }

    /// <summary>Old and encrypted workbooks are no archives; a bomb is one that says so in its directory, and readers stop at what it says.</summary>
    private static void CheckArchive(string path, string file, ImportLimits limits)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        _ = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        if (start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new FileRefusedException("XLSX_ENCRYPTED", $"{file} 加了密码，或是旧版的 .xls。", "在 Excel 中去掉密码，另存为 .xlsx 后再导入。");
        stream.Position = 0;
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Any(e => e.Length > 1 << 20 && e.Length > e.CompressedLength * limits.UnpackRatio * 5) || archive.Entries.Sum(e => e.Length) > MostExpanded)
                throw new FileRefusedException("ZIP_BOMB", $"{file} 展开后大得不正常，没有读取。", "确认来源；用 Excel 打开后另存为新的 xlsx。");
        }
        catch (InvalidDataException broken)
        {
            throw Broken(file, broken.Message);
        }
    }
}
