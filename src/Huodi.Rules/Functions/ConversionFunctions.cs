using System.Globalization;
using Huodi.Rules.Temporal;
using static Huodi.Rules.Functions.Define;

namespace Huodi.Rules.Functions;

/// <summary>Conversions (DMN 1.5, 10.3.4.1).</summary>
internal static class ConversionFunctions
{
    public static readonly Builtin[] All =
    [
        Function("number",
            Takes(Number, [P("from", Text)], a => ToNumber(a[0].AsString(), null, null)),
            Takes(Number, [P("from", Text), Nullable("grouping separator", Text), Nullable("decimal separator", Text)],
                NumberWithSeparators)),
        Function("string", Takes(Text, [P("from", Any)], a => FeelValue.Of(ToText(a[0])))),
        Function("date",
            Takes(FeelType.Date, [P("from", Text)], a => TemporalText.Date(a[0].AsString()) is { } d ? new DateValue(d) : null),
            Takes(FeelType.Date, [P("from", FeelType.Date)], a => a[0]),
            Takes(FeelType.Date, [P("from", FeelType.DateTime)], a => new DateValue(((DateTimeValue)a[0]).Date)),
            Takes(FeelType.Date, [P("year", Number), P("month", Number), P("day", Number)], DateOfParts)),
        Function("date and time",
            Takes(FeelType.DateTime, [P("from", Text)], a => TemporalText.DateTime(a[0].AsString())),
            Takes(FeelType.DateTime, [P("date", Any), P("time", FeelType.Time)], DateAndTime)),
        Function("time",
            Takes(FeelType.Time, [P("from", Text)], a => TemporalText.Time(a[0].AsString()) is { } t ? new TimeValue(t) : null),
            Takes(FeelType.Time, [P("from", FeelType.Time)], a => a[0]),
            Takes(FeelType.Time, [P("from", FeelType.DateTime)], a => new TimeValue(((DateTimeValue)a[0]).Time)),
            Takes(FeelType.Time, [P("from", FeelType.Date)], a => new TimeValue(new ClockTime(0, FeelZone.Utc))),
            Takes(FeelType.Time,
                [P("hour", Number), P("minute", Number), P("second", Number), new("offset", FeelType.DaysTimeDuration, true, true)],
                    TimeOfParts)),
        Function("duration",
            Takes(Any, [P("from", Text)], a => TemporalText.Duration(a[0].AsString()))),
        Function("years and months duration",
            Takes(FeelType.YearsMonthsDuration, [P("from", Any), P("to", Any)], YearsAndMonths)),
    ];

    /// <summary>What <c>string()</c> gives: strings as they are, temporal values in ISO form, the rest as literals.</summary>
    public static string ToText(FeelValue value) => value switch
    {
        StringValue s => s.Value,
        DateValue d => d.Value.ToString(),
        TimeValue t => t.Value.ToString(),
        DateTimeValue d => $"{d.Date}T{d.Time}",
        DaysTimeValue d => TemporalFormat.Seconds(d.Seconds),
        YearsMonthsValue y => TemporalFormat.Months(y.Months),
        ListValue l => $"[{string.Join(", ", l.Items.Select(Nested))}]",
        ContextValue c => $"{{{string.Join(", ", c.Entries.Select(e => $"{Key(e.Key)}: {Nested(e.Value)}"))}}}",
        RangeValue r when r.Form == RangeForm.Interval =>
            $"{(r.StartIncluded ? '[' : '(')}{Nested(r.Start)}..{Nested(r.End)}{(r.EndIncluded ? ']' : ')')}",
        _ => value.ToString(),
    };

    private static string Nested(FeelValue value) => value is StringValue s ? StringValue.Quote(s.Value) : ToText(value);

    private static string Key(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '_' or ' ') ? name : StringValue.Quote(name);

    private static FeelValue? NumberWithSeparators(FeelValue[] a)
    {
        var grouping = a[1].IsNull ? null : a[1].AsString();
        var point = a[2].IsNull ? null : a[2].AsString();
        if (grouping is not (null or " " or "," or ".") || point is not (null or "." or ",") || (grouping == point && grouping is not null))
        {
            return null;
        }
        return ToNumber(a[0].AsString(), grouping, point);
    }

    private static FeelValue? ToNumber(string text, string? grouping, string? point)
    {
        if (grouping is not null) text = text.Replace(grouping, "", StringComparison.Ordinal);
        if (point is not null) text = text.Replace(point, ".", StringComparison.Ordinal);
        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number)
            ? FeelValue.Of(number)
            : null;
    }

    private static FeelValue? DateOfParts(FeelValue[] a) =>
        Whole(a[0]) is { } year && Whole(a[1]) is { } month && Whole(a[2]) is { } day && CalendarDate.Create(year, month, day) is { } date
            ? new DateValue(date)
            : null;

    private static FeelValue? DateAndTime(FeelValue[] a) => a[0] switch
    {
        DateValue d => new DateTimeValue(d.Value, ((TimeValue)a[1]).Value),
        DateTimeValue d => new DateTimeValue(d.Date, ((TimeValue)a[1]).Value),
        _ => null,
    };

    private static FeelValue? TimeOfParts(FeelValue[] a)
    {
        if (Whole(a[0]) is not { } hour || Whole(a[1]) is not { } minute) return null;
        FeelZone? zone = null;
        if (a[3] is DaysTimeValue offset)
        {
            if (Math.Abs(offset.Seconds) > 18 * 3600) return null;
            zone = FeelZone.OfOffset((int)offset.Seconds);
        }

        return ClockTime.Create(hour, minute, a[2].AsNumber(), zone) is { } time ? new TimeValue(time) : null;
    }

    private static FeelValue? YearsAndMonths(FeelValue[] a)
    {
        if (DateOf(a[0]) is not { } from || DateOf(a[1]) is not { } to) return null;
        var months = ((to.Year - (long)from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day) months--;
        if (months < 0 && to.Day > from.Day) months++;
        return new YearsMonthsValue(months);
    }

    private static CalendarDate? DateOf(FeelValue value) => value switch
    {
        DateValue d => d.Value,
        DateTimeValue d => d.Date,
        _ => null,
    };
}
