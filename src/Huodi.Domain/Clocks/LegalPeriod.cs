namespace Huodi.Domain.Clocks;

/// <summary>
/// A period stated in years or months. It ends on the corresponding day of its last month, or on the month's last day where
/// there is no corresponding day (民法典 第二百零二条): 2024-02-29 and one year give 2025-02-28.
/// </summary>
public static class LegalPeriod
{
    /// <summary>The last day of a period of whole years that runs from <paramref name="start"/>. A negative number reckons backwards.</summary>
    /// <exception cref="DomainException">PERIOD_OUT_OF_RANGE: the end lies outside the years 1 to 9999.</exception>
    public static DateOnly AddYears(DateOnly start, int years) => Add(start, 12L * years, $"{years} 年");

    /// <summary>The last day of a period of whole months that runs from <paramref name="start"/>. A negative number reckons backwards.</summary>
    /// <exception cref="DomainException">PERIOD_OUT_OF_RANGE: the end lies outside the years 1 to 9999.</exception>
    public static DateOnly AddMonths(DateOnly start, int months) => Add(start, months, $"{months} 个月");

    private static DateOnly Add(DateOnly start, long months, string words)
    {
        var month = (12L * start.Year) + start.Month - 1 + months;
        var year = Math.DivRem(month, 12, out var rest);
        if (rest < 0 || year is < 1 or > 9999)
        {
            throw new DomainException("PERIOD_OUT_OF_RANGE", $"自 {start:yyyy-MM-dd} 起 {words}，超出可表示的日期（0001 年至 9999 年），请核对期限。");
        }

        var last = DateTime.DaysInMonth((int)year, (int)rest + 1);
        return new DateOnly((int)year, (int)rest + 1, Math.Min(start.Day, last));
    }
}
