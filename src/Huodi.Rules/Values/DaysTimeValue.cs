using Huodi.Rules.Temporal;

namespace Huodi.Rules;

/// <summary>A days and time duration, in seconds.</summary>
internal sealed class DaysTimeValue(decimal seconds) : FeelValue
{
    public decimal Seconds => seconds;

    public override FeelKind Kind => FeelKind.DaysTimeDuration;

    public override TimeSpan AsTimeSpan()
    {
        var ticks = seconds * 10_000_000m;
        return ticks is >= long.MinValue and <= long.MaxValue
            ? new TimeSpan((long)ticks)
            : throw new InvalidOperationException($"{this} does not fit in a TimeSpan.");
    }

    public override bool Equals(FeelValue? other) => other is DaysTimeValue d && d.Seconds == seconds;

    public override int GetHashCode() => seconds.GetHashCode();

    public override string ToString() => $"duration(\"{TemporalFormat.Seconds(seconds)}\")";
}
