namespace Huodi.Rules.Temporal;

/// <summary>A fixed offset from UTC, or a zone of the IANA data base.</summary>
internal sealed class FeelZone : IEquatable<FeelZone>
{
    public static readonly FeelZone Utc = new(0, null, null);

    private readonly int fixedSeconds;
    private readonly TimeZoneInfo? zone;

    private FeelZone(int fixedSeconds, string? id, TimeZoneInfo? zone)
    {
        this.fixedSeconds = fixedSeconds;
        Id = id;
        this.zone = zone;
    }

    /// <summary>The zone's IANA name; null for an offset.</summary>
    public string? Id { get; }

    public static FeelZone? OfOffset(int seconds) =>
        seconds == 0 ? Utc : Math.Abs(seconds) <= 18 * 3600 ? new FeelZone(seconds, null, null) : null;

    public static FeelZone? OfId(string id)
    {
        if (id is "UTC" or "Z" or "GMT" or "Etc/UTC") return new FeelZone(0, id, null);
        return id.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? new FeelZone(0, id, zone)
            : null;
    }

    /// <summary>The offset in seconds that holds at a local time.</summary>
    public int OffsetAt(CalendarDate date, long nanosOfDay)
    {
        if (zone is null) return fixedSeconds;
        var year = Math.Clamp(date.Year, 2, 9998);
        var day = Math.Min(date.Day, CalendarDate.DaysIn(year, date.Month));
        var local = new DateTime(year, date.Month, day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(nanosOfDay / 100);
        return (int)zone.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>The offset of a time without a date: only a fixed one has it.</summary>
    public int? FixedOffset => zone is null ? fixedSeconds : null;

    public bool Equals(FeelZone? other) => other is not null && fixedSeconds == other.fixedSeconds && Id == other.Id;

    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    public override int GetHashCode() => HashCode.Combine(fixedSeconds, Id);
}
