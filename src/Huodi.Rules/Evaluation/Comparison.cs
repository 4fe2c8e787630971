using Huodi.Rules.Syntax;
using Huodi.Rules.Temporal;

namespace Huodi.Rules.Evaluation;

/// <summary>Equality and order of decided values (DMN 1.5, 10.3.2.13). Null means that they cannot be compared.</summary>
internal static class Comparison
{
    public static bool? Compare(BinaryOperator op, FeelValue left, FeelValue right)
    {
        if (op is BinaryOperator.Equal) return AreEqual(left, right);
        if (op is BinaryOperator.NotEqual) return !AreEqual(left, right);
        return Order(left, right) is not { } order ? null : op switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>FEEL's <c>=</c>: null equals only null; different kinds have no answer.</summary>
    public static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.Kind != right.Kind) return null;
        return left switch
        {
            NumberValue a => a.Value == ((NumberValue)right).Value,
            TimeValue or DateTimeValue => Order(left, right) is { } order ? order == 0 : false,
            ListValue a => AreEqual(a.Items, ((ListValue)right).Items),
            ContextValue a => AreEqual(a, (ContextValue)right),
            _ => left.Equals(right),
        };
    }

    /// <summary>The order of two values of one ordered kind.</summary>
    public static int? Order(FeelValue left, FeelValue right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Value.CompareTo(b.Value),
        (DateValue a, DateValue b) => a.Value.CompareTo(b.Value),
        (StringValue a, StringValue b) => string.CompareOrdinal(a.Value, b.Value),
        (DaysTimeValue a, DaysTimeValue b) => a.Seconds.CompareTo(b.Seconds),
        (YearsMonthsValue a, YearsMonthsValue b) => a.Months.CompareTo(b.Months),
        (TimeValue a, TimeValue b) => TemporalOrder.Compare(a.Value, b.Value),
        (DateTimeValue a, DateTimeValue b) => TemporalOrder.Compare(a, b),
        _ => null,
    };

    private static bool? AreEqual(FeelValue[] left, FeelValue[] right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (AreEqual(left[i], right[i]) is not true) return false;
        }

        return true;
    }

    private static bool? AreEqual(ContextValue left, ContextValue right) =>
        left.Count == right.Count
        && left.Entries.All(e => right.TryGet(e.Key, out var other) && AreEqual(e.Value, other) is true);
}
