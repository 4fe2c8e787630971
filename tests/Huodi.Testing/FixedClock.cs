namespace Huodi.Testing;

/// <summary>A clock that stands still; its timers run.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Noon in China on a day.</summary>
    public static FixedClock On(int year, int month, int day) => new(new(year, month, day, 12, 0, 0, TimeSpan.FromHours(8)));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
