using Huodi.Rules.Temporal;

namespace Huodi.Rules;

internal sealed class TimeValue(ClockTime value) : FeelValue
{
    public ClockTime Value => value;

    public override FeelKind Kind => FeelKind.Time;

    public override bool Equals(FeelValue? other) =>
        other is TimeValue t && TemporalOrder.Compare(value, t.Value) == 0;

    public override int GetHashCode() => (value.UtcNanos / ClockTime.NanosPerSecond).GetHashCode();

    public override string ToString() => $"time(\"{value}\")";
}
