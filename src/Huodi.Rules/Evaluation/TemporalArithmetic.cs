using Huodi.Rules.Temporal;

namespace Huodi.Rules.Evaluation;

/// <summary>Dates, times and durations added and subtracted.</summary>
internal static class TemporalArithmetic
{
    /// <summary>A point plus (or, with sign −1, minus) a duration; null where the standard defines nothing.</summary>
    public static FeelValue? Plus(FeelValue point, FeelValue duration, int sign) => (point, duration) switch
    {
        (DateValue d, YearsMonthsValue m) => Wrap(d.Value.AddMonths(sign * m.Months)),
        (DateValue d, DaysTimeValue s) => Wrap(d.Value.AddDays((long)decimal.Floor(sign * s.Seconds / 86_400))),
        (DateTimeValue d, YearsMonthsValue m) => d.Date.AddMonths(sign * m.Months) is { } date ? new DateTimeValue(date, d.Time) : null,
        (DateTimeValue d, DaysTimeValue s) => PlusSeconds(d, sign * s.Seconds),
        (TimeValue t, DaysTimeValue s) => new TimeValue(t.Value with { Nanos = Floor(t.Value.Nanos + Nanos(sign * s.Seconds), out _) }),
        _ => null,
    };

    /// <summary>The duration between two points.</summary>
    public static FeelValue? Minus(FeelValue left, FeelValue right)
    {
        if (left is TimeValue a && right is TimeValue b)
        {
            return a.Value.Zone is null != b.Value.Zone is null ? null : new DaysTimeValue((a.Value.UtcNanos - b.Value.UtcNanos) / 1e9m);
        }

        return left is DateValue x && right is DateValue y
            ? new DaysTimeValue((x.Value.EpochDay - y.Value.EpochDay) * 86_400m)
            : AsDateTime(left) is { } p && AsDateTime(right) is { } q && p.Time.Zone is null == q.Time.Zone is null
                ? new DaysTimeValue((decimal)(p.Instant - q.Instant) / 1e9m)
                : null;
    }

    /// <summary>A date as the midnight (UTC) it begins with.</summary>
    public static DateTimeValue? AsDateTime(FeelValue value) => value switch
    {
        DateTimeValue d => d,
        DateValue d => new DateTimeValue(d.Value, new ClockTime(0, FeelZone.Utc)),
        _ => null,
    };

    private static DateTimeValue? PlusSeconds(DateTimeValue point, decimal seconds)
    {
        var nanos = Floor(point.Time.Nanos + Nanos(seconds), out var days);
        return point.Date.AddDays(days) is { } date ? new DateTimeValue(date, point.Time with { Nanos = nanos }) : null;
    }

    private static Int128 Nanos(decimal seconds) => (Int128)decimal.Truncate(seconds * ClockTime.NanosPerSecond);

    private static long Floor(Int128 nanos, out long days)
    {
        var rest = nanos % ClockTime.NanosPerDay;
        if (rest < 0) rest += ClockTime.NanosPerDay;
        days = (long)((nanos - rest) / ClockTime.NanosPerDay);
        return (long)rest;
    }

    private static DateValue? Wrap(CalendarDate? date) => date is { } d ? new DateValue(d) : null;
}
