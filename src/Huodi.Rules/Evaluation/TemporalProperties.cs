namespace Huodi.Rules.Evaluation;

/// <summary>The properties of temporal values and ranges (DMN 1.5, table 65).</summary>
internal static class TemporalProperties
{
    /// <summary>The property's value; null where the value has no such property.</summary>
    public static FeelValue? Get(FeelValue value, string name) => (value, name) switch
    {
        (DateValue d, "year") => FeelValue.Of((decimal)d.Value.Year),
        (DateValue d, "month") => FeelValue.Of((decimal)d.Value.Month),
        (DateValue d, "day") => FeelValue.Of((decimal)d.Value.Day),
        (DateValue d, "weekday") => FeelValue.Of((decimal)d.Value.Weekday),
        (DateTimeValue d, "year" or "month" or "day" or "weekday") => Get(new DateValue(d.Date), name),
        (DateTimeValue d, "time offset") => d.Time.Zone is { } zone
            ? new DaysTimeValue(zone.OffsetAt(d.Date, d.Time.Nanos))
            : FeelValue.Null,
        (DateTimeValue d, _) => Get(new TimeValue(d.Time), name),
        (TimeValue t, "hour") => FeelValue.Of((decimal)t.Value.Hour),
        (TimeValue t, "minute") => FeelValue.Of((decimal)t.Value.Minute),
        (TimeValue t, "second") => FeelValue.Of((decimal)t.Value.Second),
        (TimeValue t, "time offset") => t.Value.Zone?.FixedOffset is { } seconds ? new DaysTimeValue(seconds) : FeelValue.Null,
        (TimeValue t, "timezone") => t.Value.Zone?.Id is { } id ? FeelValue.Of(id) : FeelValue.Null,
        (YearsMonthsValue y, "years") => FeelValue.Of((decimal)(y.Months / 12)),
        (YearsMonthsValue y, "months") => FeelValue.Of((decimal)(y.Months % 12)),
        (DaysTimeValue s, "days") => FeelValue.Of(decimal.Truncate(s.Seconds / 86_400)),
        (DaysTimeValue s, "hours") => FeelValue.Of(decimal.Truncate(s.Seconds % 86_400 / 3600)),
        (DaysTimeValue s, "minutes") => FeelValue.Of(decimal.Truncate(s.Seconds % 3600 / 60)),
        (DaysTimeValue s, "seconds") => FeelValue.Of(s.Seconds % 60),
        (RangeValue r, "start") => r.Start,
        (RangeValue r, "end") => r.End,
        (RangeValue r, "start included") => FeelValue.Of(r.StartIncluded),
        (RangeValue r, "end included") => FeelValue.Of(r.EndIncluded),
        _ => null,
    };
}
