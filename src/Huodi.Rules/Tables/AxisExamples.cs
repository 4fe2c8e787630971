using Huodi.Rules.Evaluation;

namespace Huodi.Rules.Tables;

/// <summary>Values beside and between constants, as round as can be.</summary>
internal static class AxisExamples
{
    public static FeelValue Between(FeelValue below, FeelValue above, decimal unit) => (below, above) switch
    {
        (NumberValue a, NumberValue b) => FeelValue.Of(Round(a.Value / unit, b.Value / unit) * unit),
        (DaysTimeValue a, DaysTimeValue b) => new DaysTimeValue(Round(a.Seconds, b.Seconds)),
        (DateTimeValue a, DateTimeValue b) => TemporalArithmetic.Minus(b, a) is DaysTimeValue d
            ? TemporalArithmetic.Plus(a, new DaysTimeValue(d.Seconds / 2), 1) ?? a
            : a,
        (TimeValue a, TimeValue b) => new TimeValue(a.Value with { Nanos = (a.Value.Nanos + b.Value.Nanos) / 2 }),
        _ => Beside(below, 1, unit),
    };

    public static FeelValue Beside(FeelValue cut, int sign, decimal unit) => cut switch
    {
        NumberValue n => FeelValue.Of((decimal.Truncate(n.Value / unit) + sign) * unit),
        DaysTimeValue d => new DaysTimeValue(d.Seconds + (sign * 86_400)),
        YearsMonthsValue m => new YearsMonthsValue(m.Months + sign),
        DateValue or DateTimeValue => TemporalArithmetic.Plus(cut, new DaysTimeValue(86_400), sign) ?? cut,
        TimeValue t => new TimeValue(t.Value with { Nanos = sign > 0 ? Temporal.ClockTime.NanosPerDay - 1 : 0 }),
        _ => cut,
    };

    /// <summary>The number with the fewest digits strictly between two.</summary>
    private static decimal Round(decimal low, decimal high)
    {
        for (var digits = 0; digits < 27; digits++)
        {
            var candidate = decimal.Round(low, digits, MidpointRounding.ToPositiveInfinity);
            if (candidate <= low) candidate += new decimal(1, 0, 0, false, (byte)digits);
            if (candidate < high) return candidate;
        }

        return low + ((high - low) / 2);
    }
}
