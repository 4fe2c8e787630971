using Huodi.Rules.Temporal;

namespace Huodi.Rules;

internal sealed class DateTimeValue(CalendarDate date, ClockTime time) : FeelValue
{
    public CalendarDate Date => date;

    public ClockTime Time => time;

    public override FeelKind Kind => FeelKind.DateTime;

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z; a value without a zone is taken as UTC.</summary>
    public Int128 Instant =>
        ((Int128)date.EpochDay * ClockTime.NanosPerDay) + time.Nanos
        - ((Int128)(time.Zone?.OffsetAt(date, time.Nanos) ?? 0) * ClockTime.NanosPerSecond);

    public override DateOnly AsDate() =>
        date.ToDateOnly() ?? throw new InvalidOperationException($"{date} does not fit in a DateOnly.");

    public override bool Equals(FeelValue? other) =>
        other is DateTimeValue d && TemporalOrder.Compare(this, d) == 0;

    public override int GetHashCode() => (Instant / ClockTime.NanosPerSecond).GetHashCode();

    public override string ToString() => $"date and time(\"{date}T{time}\")";
}
