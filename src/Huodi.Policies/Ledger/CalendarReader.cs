using System.Globalization;
using Huodi.Domain.Clocks;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Ledger;

/// <summary>Reads <c>ledger/calendar.yaml</c>.</summary>
internal static class CalendarReader
{
    public const string FileName = "ledger/calendar.yaml";

    public static WorkCalendar Read(string text, DiagnosticBag bag)
    {
        var (years, off, worked) = (new List<int>(), new List<DateOnly>(), new List<DateOnly>());
        foreach (var yaml in YamlBlock.ParseList(text, FileName, bag))
        {
            yaml.Only("年份", "依据", "休", "班");
            _ = yaml.Required("依据");
            if (!int.TryParse(yaml.Required("年份"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                bag.Error(FileName, yaml.LineOf("年份"), "CALENDAR_YEAR", "年份不是数字。", "写成 2026。", yaml.ColumnOf("年份"));
            years.Add(year);
            off.AddRange(Days(yaml, "休", year, bag));
            worked.AddRange(Days(yaml, "班", year, bag));
        }

        return new(years, off, worked);
    }

    private static IEnumerable<DateOnly> Days(YamlBlock yaml, string key, int year, DiagnosticBag bag)
    {
        foreach (var text in yaml.Texts(key))
        {
            var ends = text.Split("..");
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last || last < first || first.Year != year || last.Year != year)
            {
                bag.Error(FileName, yaml.LineOf(key), "CALENDAR_DAY", $"“{text}”不是 {year} 年的日期或者一段日期。", "写成 2026-10-01 或 2026-10-01..2026-10-07。", yaml.ColumnOf(key));
                continue;
            }

            for (var day = first; day <= last; day = day.AddDays(1)) yield return day;
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
