using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Huodi.App.Imports;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>Turns the cells of a workbook into values: shared texts, numbers that are days by their format, cached results of formulas.</summary>
internal sealed class XlsxCells
{
    private const double Day1904 = 1462;
    private const double FebruaryThatNeverWas = 60; // Excel counts a 29 February 1900
    private readonly List<string> _shared = [];
    private readonly HashSet<uint> _dateStyles = [];
    private readonly bool _is1904;
    private readonly List<ImportDiagnostic> _warnings;

    /// <exception cref="FileRefusedException">XLSX_TEXTS: more shared text than the limit.</exception>
    public XlsxCells(WorkbookPart workbook, int mostBytes, List<ImportDiagnostic> warnings)
    {
        _warnings = warnings;
        _is1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        Styles(workbook.WorkbookStylesPart?.Stylesheet);
        if (workbook.SharedStringTablePart is not { } part) return;
        using var reader = OpenXmlReader.Create(part);
        var length = 0L;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            var text = Text(reader.LoadCurrentElement() as SharedStringItem);
            if ((length += text.Length) > mostBytes) throw new FileRefusedException("XLSX_TEXTS", "工作簿里的文字太多，不能读入。", "拆成几个工作簿，或存为 CSV UTF-8 后再导入。");
            _shared.Add(text);
        }
    }

    public SourceValue Read(Cell cell, int row, string column)
    {
        var text = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (cell.CellFormula is not null && text.Length == 0 && type != CellValues.InlineString)
        {
            _warnings.Add(new(row, column, "XLSX_FORMULA_NO_VALUE", ImportSeverity.Warning, $"{column}{row} 的公式没有算出的值，按空白处理。", "在 Excel 中打开并保存一次，再导入。"));
            return SourceValue.Null;
        }

        return type switch
        {
            CellValues.SharedString => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? SourceValue.Of(_shared[at]) : SourceValue.Null,
            CellValues.InlineString => SourceValue.Of(cell.InlineString?.InnerText ?? ""),
            CellValues.Boolean => SourceValue.Of(text == "1"),
            CellValues.Error => SourceValue.Of(text),
            CellValues.String => SourceValue.Of(text),
            CellValues.Date => DateOnly.TryParse(text.Split('T')[0], CultureInfo.InvariantCulture, out var day) ? SourceValue.Of(day) : SourceValue.Of(text),
            _ => Number(text, cell.StyleIndex?.Value ?? 0),
        };
    }

    private SourceValue Number(string text, uint style)
    {
        if (text.Length == 0) return SourceValue.Null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return SourceValue.Of(text);
        if (!_dateStyles.Contains(style)) return SourceValue.Of(number);
        var serial = number + (_is1904 ? Day1904 : 0);
        if (serial is < 1 or FebruaryThatNeverWas or > 2958465 || serial != Math.Floor(serial)) return SourceValue.Of(number);
        return SourceValue.Of(DateOnly.FromDateTime(DateTime.FromOADate(serial < FebruaryThatNeverWas ? serial + 1 : serial)));
    }

    private void Styles(Stylesheet? styles)
    {
        var formats = styles?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId?.Value ?? 0, f => f.FormatCode?.Value ?? "") ?? [];
        var index = 0u;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (formats.TryGetValue(id, out var code) ? IsDate(code) : id is >= 14 and <= 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58) _ = _dateStyles.Add(index);
            index++;
        }
    }

    /// <summary>A format shows a day when it has a year or a day outside quotes and brackets.</summary>
    private static bool IsDate(string code)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in code)
        {
            if (c == '"') quoted = !quoted;
            else if (c == '[') bracket = true;
            else if (c == ']') bracket = false;
            else if (!quoted && !bracket && c is 'y' or 'Y' or 'd' or 'D') return true;
        }

        return false;
    }

    private static string Text(SharedStringItem? item) => item is null ? ""
        : item.Text is { } plain ? plain.Text
        : string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));
}
