using Huodi.Rules.Temporal;

namespace Huodi.Rules;

internal sealed class YearsMonthsValue(long months) : FeelValue
{
    public long Months => months;

    public override FeelKind Kind => FeelKind.YearsMonthsDuration;

    public override long AsMonths() => months;

    public override bool Equals(FeelValue? other) => other is YearsMonthsValue d && d.Months == months;

    public override int GetHashCode() => months.GetHashCode();

    public override string ToString() => $"duration(\"{TemporalFormat.Months(months)}\")";
}
