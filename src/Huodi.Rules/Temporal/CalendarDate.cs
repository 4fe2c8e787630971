namespace Huodi.Rules.Temporal;

/// <summary>A day of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999 as the standard allows.</summary>
internal readonly record struct CalendarDate : IComparable<CalendarDate>
{
    public const int MaxYear = 999_999_999;

    private CalendarDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay
    {
        get
        {
            long y = Month <= 2 ? Year - 1 : Year;
            var era = (y >= 0 ? y : y - 399) / 400;
            var yearOfEra = y - (era * 400);
            var dayOfYear = (((153 * (Month > 2 ? Month - 3 : Month + 9)) + 2) / 5) + Day - 1;
            var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
            return (era * 146_097) + dayOfEra - 719_468;
        }
    }

    /// <summary>Monday is 1, Sunday is 7.</summary>
    public int Weekday => (int)((((EpochDay + 3) % 7) + 7) % 7) + 1;

    public int DayOfYear => (int)(EpochDay - new CalendarDate(Year, 1, 1).EpochDay) + 1;

    public static CalendarDate? Create(long year, long month, long day) =>
        Math.Abs(year) <= MaxYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((int)year, (int)month)
            ? new CalendarDate((int)year, (int)month, (int)day)
            : null;

    public static CalendarDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    public static CalendarDate? OfEpochDay(long epochDay)
    {
        var z = epochDay + 719_468;
        var era = (z >= 0 ? z : z - 146_096) / 146_097;
        var dayOfEra = z - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var m = ((5 * dayOfYear) + 2) / 153;
        var month = m < 10 ? m + 3 : m - 9;
        return Create(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * m) + 2) / 5) + 1);
    }

    public static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : null;

    public CalendarDate? AddDays(long days) =>
        Math.Abs(days) > 800_000_000_000 ? null : OfEpochDay(EpochDay + days);

    /// <summary>The corresponding day, or the last day of the month where there is none.</summary>
    public CalendarDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 30_000_000_000) return null;
        var total = (Year * 12L) + Month - 1 + months;
        var year = Math.DivRem(total, 12, out var month);
        if (month < 0) (year, month) = (year - 1, month + 12);
        return Math.Abs(year) > MaxYear ? null : Create(year, month + 1, Math.Min(Day, DaysIn((int)year, (int)month + 1)));
    }

    public int CompareTo(CalendarDate other) =>
        Year != other.Year ? Year.CompareTo(other.Year)
        : Month != other.Month ? Month.CompareTo(other.Month)
        : Day.CompareTo(other.Day);

    public override string ToString() => TemporalFormat.Date(this);
}
