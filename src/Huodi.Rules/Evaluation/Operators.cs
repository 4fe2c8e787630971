using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation;

/// <summary>
/// Arithmetic on decided values (DMN 1.5, 10.3.2.9, tables 53 to 57). Null means that the operation is not defined for them.
/// </summary>
internal static class Operators
{
    public static FeelValue? Arithmetic(BinaryOperator op, FeelValue left, FeelValue right)
    {
        try
        {
            return op switch
            {
                BinaryOperator.Add => Add(left, right),
                BinaryOperator.Subtract => Subtract(left, right),
                BinaryOperator.Multiply => Multiply(left, right),
                BinaryOperator.Divide => Divide(left, right),
                _ => left is NumberValue a && right is NumberValue b ? Numbers.Power.Raise(a.Value, b.Value) : null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static FeelValue? Negate(FeelValue value) => value switch
    {
        NumberValue n => NumberValue.Of(-n.Value),
        DaysTimeValue d => new DaysTimeValue(-d.Seconds),
        YearsMonthsValue y => new YearsMonthsValue(-y.Months),
        _ => null,
    };

    private static FeelValue? Add(FeelValue left, FeelValue right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => NumberValue.Of(a.Value + b.Value),
        (StringValue a, StringValue b) => FeelValue.Of(a.Value + b.Value),
        (DaysTimeValue a, DaysTimeValue b) => new DaysTimeValue(a.Seconds + b.Seconds),
        (YearsMonthsValue a, YearsMonthsValue b) => new YearsMonthsValue(a.Months + b.Months),
        (DaysTimeValue or YearsMonthsValue, DateValue or DateTimeValue or TimeValue) => TemporalArithmetic.Plus(right, left, 1),
        (DateValue or DateTimeValue or TimeValue, DaysTimeValue or YearsMonthsValue) => TemporalArithmetic.Plus(left, right, 1),
        _ => null,
    };

    private static FeelValue? Subtract(FeelValue left, FeelValue right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => NumberValue.Of(a.Value - b.Value),
        (DaysTimeValue a, DaysTimeValue b) => new DaysTimeValue(a.Seconds - b.Seconds),
        (YearsMonthsValue a, YearsMonthsValue b) => new YearsMonthsValue(a.Months - b.Months),
        (DateValue or DateTimeValue or TimeValue, DaysTimeValue or YearsMonthsValue) => TemporalArithmetic.Plus(left, right, -1),
        _ => TemporalArithmetic.Minus(left, right),
    };

    private static FeelValue? Multiply(FeelValue left, FeelValue right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => NumberValue.Of(a.Value * b.Value),
        (DaysTimeValue a, NumberValue b) => new DaysTimeValue(a.Seconds * b.Value),
        (NumberValue a, DaysTimeValue b) => new DaysTimeValue(b.Seconds * a.Value),
        (YearsMonthsValue a, NumberValue b) => new YearsMonthsValue((long)decimal.Truncate(a.Months * b.Value)),
        (NumberValue a, YearsMonthsValue b) => new YearsMonthsValue((long)decimal.Truncate(b.Months * a.Value)),
        _ => null,
    };

    private static FeelValue? Divide(FeelValue left, FeelValue right) => (left, right) switch
    {
        (_, NumberValue { Value: 0 }) => null,
        (NumberValue a, NumberValue b) => NumberValue.Of(a.Value / b.Value),
        (DaysTimeValue a, NumberValue b) => new DaysTimeValue(a.Seconds / b.Value),
        (YearsMonthsValue a, NumberValue b) => new YearsMonthsValue((long)decimal.Truncate(a.Months / b.Value)),
        (DaysTimeValue a, DaysTimeValue b) => b.Seconds == 0 ? null : NumberValue.Of(a.Seconds / b.Seconds),
        (YearsMonthsValue a, YearsMonthsValue b) => b.Months == 0 ? null : NumberValue.Of((decimal)a.Months / b.Months),
        _ => null,
    };
}
