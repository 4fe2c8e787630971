using System.Globalization;
using System.Text.Json.Nodes;

namespace Huodi.Formats.SupplyResults;

/// <summary>Reads one cell as text, figure or date, and says what it cannot read. A fact is recorded only when the cell says it.</summary>
internal sealed class SupplyCells(SupplyProfile profile, DateOnly today)
{
    private const decimal GreatestFigure = 1_000_000_000_000m;

    public void Read(SupplyColumn column, SupplyRow row)
    {
        var text = row[column.Column];
        if (text.Length == 0)
        {
            if (column.Expected) row.Findings.Warning(column.Column, "SUPPLY_CELL_BLANK", $"“{column.Column}”是空的，该事实按未知处理。", "查原始记录补录。");
            return;
        }

        switch (column.Kind)
        {
            case "text":
                Text(column, row, text);
                break;
            case "figure":
                Figure(column, row, text);
                break;
            case "date":
                Date(column, row, text);
                break;
            default:
                throw new InvalidOperationException($"Column kind {column.Kind} of the profile is unknown.");
        }
    }

    private void Text(SupplyColumn column, SupplyRow row, string text)
    {
        if (text.Any(char.IsControl))
        {
            row.Findings.Warning(column.Column, "TEXT_CONTROL", $"“{column.Column}”里有不可见的控制字符，已原样保留。", "在原始记录中删去不可见字符。");
        }

        if (column.Fact is { } fact) row.Record(fact, JsonValue.Create(text), column.Column);
        if (column.Lookup is null) return;

        var lookup = profile.Lookups[column.Lookup];
        if (lookup.Table.TryGetValue(text, out var value))
        {
            row.Record(lookup.Fact, JsonValue.Create(value), column.Column);
            return;
        }

        row.Findings.Warning(
            column.Column, lookup.Code, $"“{text}”不能确定属于哪一种{lookup.Fact}，{lookup.Fact}按未知处理。", $"查合同或划拨决定书，补录{lookup.Fact}。");
    }

    private static void Figure(SupplyColumn column, SupplyRow row, string text)
    {
        var number = column.Suffix is { } suffix && text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length].TrimEnd() : text;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(number, Plain, CultureInfo.InvariantCulture, out var read) || Math.Abs(read) > GreatestFigure)
        {
            Malformed(column, row, text);
            return;
        }

        var value = read * column.Factor / 1.000000000000000000000000000m; // the division drops trailing zeros
        if (decimal.Round(value, column.Places) != value)
        {
            row.Findings.Error(
                column.Column, "SUPPLY_FIGURE_PRECISION", $"“{column.Column}”写作“{text}”，小数位数过多。", $"换算后最多保留 {column.Places} 位小数，请按原始记录改正。");
        }
        else if (value < 0)
        {
            row.Findings.Error(column.Column, "SUPPLY_FIGURE_NEGATIVE", $"“{column.Column}”写作“{text}”，不能为负。", "按原始记录改正。");
        }
        else if (value == 0 && column.ZeroIsBlank)
        {
            row.Findings.Warning(
                column.Column, "SUPPLY_FIGURE_NOT_FILLED", $"“{column.Column}”写作“{text}”，是没有填写的占位值，该事实按未知处理。", "查合同或规划条件补录。");
        }
        else if (value < column.Least || value > column.Most)
        {
            row.Findings.Error(
                column.Column, "SUPPLY_FIGURE_RANGE", $"“{column.Column}”写作“{text}”，不在 {column.Least} 至 {column.Most} 之间。", "核对单位和小数点，按原始记录改正。");
        }
        else
        {
            row.Figures[column.Column] = value;
            if (column.Fact is { } fact && (value != 0 || !column.Expected)) row.Record(fact, JsonValue.Create(value), column.Column);
        }
    }

    private static void Malformed(SupplyColumn column, SupplyRow row, string text)
    {
        if (column.TextIsUnknown)
        {
            row.Findings.Warning(
                column.Column, "SUPPLY_FIGURE_TEXT", $"“{column.Column}”写作“{text}”，不是一个数，该事实按未知处理。", "分用途有不同年限的，查合同分别补录。");
            return;
        }

        row.Findings.Error(
            column.Column, "SUPPLY_FIGURE_MALFORMED", $"“{column.Column}”写作“{text}”，不是可读的数。", "只写半角数字和小数点，不写单位、千分位和文字。");
    }

    private void Date(SupplyColumn column, SupplyRow row, string text)
    {
        var dates = profile.Dates;
        if (!DateTime.TryParseExact(text, [.. dates.Formats], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            row.Findings.Error(column.Column, "SUPPLY_DATE_MALFORMED", $"“{column.Column}”写作“{text}”，不是可读的日期。", "写作 2007年01月31日 或 2007-01-31。");
            return;
        }

        var date = DateOnly.FromDateTime(moment);
        if (dates.Placeholders.Contains(date))
        {
            row.Findings.Warning(
                column.Column, "SUPPLY_DATE_PLACEHOLDER", $"“{column.Column}”写作“{text}”，是没有填写的占位日期，该事实按未知处理。", "查合同或施工资料补录。");
        }
        else if (date < dates.Earliest || date > dates.Latest)
        {
            row.Findings.Error(
                column.Column, "SUPPLY_DATE_RANGE", $"“{column.Column}”写作“{text}”，不在 {dates.Earliest:yyyy-MM-dd} 至 {dates.Latest:yyyy-MM-dd} 之间。", "核对年份，按原始记录改正。");
        }
        else if (column.Past && date > today)
        {
            row.Findings.Error(
                column.Column, "SUPPLY_DATE_FUTURE", $"“{column.Column}”写作“{text}”，晚于导入当日 {today:yyyy-MM-dd}，不可能已经发生。", "核对年份，按原始记录改正。");
        }
        else
        {
            row.Dates[column.Column] = date;
            if (column.Fact is { } fact) row.Record(fact, JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), column.Column);
        }
    }
}
