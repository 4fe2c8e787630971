using System.Globalization;
using Huodi.Rules.Temporal;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>
/// The calendar (DMN 1.5, 10.3.4.8 and 10.3.4.11). <c>today</c> and <c>now</c> read the clock that the model is run with.
/// </summary>
internal static class TemporalFunctions
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly Builtin[] All =
    [
        Function("day of year", OfDate(Number, d => FeelValue.Of((decimal)d.DayOfYear))),
        Function("day of week", OfDate(Text, d => FeelValue.Of(Weekdays[d.Weekday - 1]))),
        Function("month of year", OfDate(Text, d => FeelValue.Of(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month)))),
        Function("week of year", OfDate(Number, d => FeelValue.Of((decimal)WeekOfYear(d)))),
        Function("now", Takes(FeelType.DateTime, [], _ => FeelValue.Of(TimeProvider.System.GetUtcNow()))),
        Function("today", Takes(FeelType.Date, [], _ => FeelValue.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)))),
    ];

    private static Signature[] OfDate(FeelType result, Func<CalendarDate, FeelValue> of) =>
    [
        Takes(result, [P("date", FeelType.Date)], a => of(((DateValue)a[0]).Value)),
        Takes(result, [P("date", FeelType.DateTime)], a => of(((DateTimeValue)a[0]).Date)),
    ];

    /// <summary>The week of ISO 8601: the one whose Thursday lies in the year.</summary>
    private static int WeekOfYear(CalendarDate date) =>
        date.AddDays(4 - date.Weekday) is { } thursday ? ((thursday.DayOfYear - 1) / 7) + 1 : 1;
}
