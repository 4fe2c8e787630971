using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation;

/// <summary>Ranges: making them, and whether a value lies in one.</summary>
internal static class Ranges
{
    public static RangeValue OfComparison(BinaryOperator op, FeelValue operand) => op switch
    {
        BinaryOperator.Less => new(FeelValue.Null, false, operand, false, RangeForm.Below),
        BinaryOperator.LessOrEqual => new(FeelValue.Null, false, operand, true, RangeForm.Below),
        BinaryOperator.Greater => new(operand, false, FeelValue.Null, false, RangeForm.Above),
        BinaryOperator.GreaterOrEqual => new(operand, true, FeelValue.Null, false, RangeForm.Above),
        BinaryOperator.Equal => new(operand, true, operand, true, RangeForm.Equal),
        _ => new(operand, false, operand, false, RangeForm.NotEqual),
    };

    /// <summary>Whether the value lies in the range; null where they cannot be compared.</summary>
    public static bool? Contains(RangeValue range, FeelValue value)
    {
        if (range.Form is RangeForm.Equal) return Comparison.AreEqual(value, range.Start);
        if (range.Form is RangeForm.NotEqual) return !Comparison.AreEqual(value, range.Start);
        bool? above = true;
        if (!range.Start.IsNull || range.Form == RangeForm.Interval)
        {
            above = Comparison.Order(value, range.Start) is not { } low ? null : range.StartIncluded ? low >= 0 : low > 0;
        }

        if (range.End.IsNull && range.Form != RangeForm.Interval) return above;
        bool? below = Comparison.Order(value, range.End) is not { } high ? null : range.EndIncluded ? high <= 0 : high < 0;
        return above is null || below is null ? null : above.Value && below.Value;
    }
}
