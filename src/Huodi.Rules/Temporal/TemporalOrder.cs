namespace Huodi.Rules.Temporal;

/// <summary>The order of times and of dates with time; null where one has a zone and the other has none. As the
/// standard's <c>value()</c> does, fractions of a second are not looked at.</summary>
internal static class TemporalOrder
{
    public static int? Compare(ClockTime a, ClockTime b) =>
        a.Zone is null != b.Zone is null ? null : Seconds(a.UtcNanos).CompareTo(Seconds(b.UtcNanos));

    public static int? Compare(DateTimeValue a, DateTimeValue b) =>
        a.Time.Zone is null != b.Time.Zone is null ? null : Seconds(a.Instant).CompareTo(Seconds(b.Instant));

    private static Int128 Seconds(Int128 nanos) =>
        nanos >= 0 ? nanos / ClockTime.NanosPerSecond : -((-nanos + ClockTime.NanosPerSecond - 1) / ClockTime.NanosPerSecond);
}
