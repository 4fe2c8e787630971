namespace Huodi.Rules.Temporal;

/// <summary>The order of times and of dates with time; null where one has a zone and the other has none.</summary>
internal static class TemporalOrder
{
    public static int? Compare(ClockTime a, ClockTime b) =>
        a.Zone is null != b.Zone is null ? null : a.UtcNanos.CompareTo(b.UtcNanos);

    public static int? Compare(DateTimeValue a, DateTimeValue b) =>
        a.Time.Zone is null != b.Time.Zone is null ? null : a.Instant.CompareTo(b.Instant);
}
