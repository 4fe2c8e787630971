namespace Huodi.Rules.Temporal;

/// <summary>A time of day to the nanosecond, with a zone where one is known.</summary>
internal readonly record struct ClockTime(long Nanos, FeelZone? Zone)
{
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    public int Hour => (int)(Nanos / (3600 * NanosPerSecond));

    public int Minute => (int)(Nanos / (60 * NanosPerSecond) % 60);

    public int Second => (int)(Nanos / NanosPerSecond % 60);

    public long Fraction => Nanos % NanosPerSecond;

    public static ClockTime? Create(long hour, long minute, decimal second, FeelZone? zone)
    {
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second < 0 || second >= 60) return null;
        return new ClockTime((((hour * 60) + minute) * 60 * NanosPerSecond) + (long)(second * NanosPerSecond), zone);
    }

    /// <summary>Nanoseconds of the day in UTC, where a fixed offset is known; the local ones otherwise.</summary>
    public long UtcNanos => Nanos - ((Zone?.FixedOffset ?? 0) * NanosPerSecond);

    public override string ToString() => TemporalFormat.Time(this);
}
