using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>A comparison where at least one side is known to be a number.</summary>
internal sealed class NumberComparisonStep(BinaryOperator op, Step left, Step right, bool strict) : TruthStep
{
    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        var a = left.RunNumber(frame, out var x);
        var b = right.RunNumber(frame, out var y);
        if (a is null && b is null)
        {
            truth = op switch
            {
                BinaryOperator.Equal => x == y,
                BinaryOperator.NotEqual => x != y,
                BinaryOperator.Less => x < y,
                BinaryOperator.LessOrEqual => x <= y,
                BinaryOperator.Greater => x > y,
                _ => x >= y,
            };
            return null;
        }

        return ComparisonStep.Compare(op, a ?? NumberValue.Of(x), b ?? NumberValue.Of(y), strict, out truth);
    }
}

internal sealed class ComparisonStep(BinaryOperator op, Step left, Step right, bool strict) : TruthStep
{
    private readonly bool equality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;

    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        var a = left.Run(frame);
        var b = right.Run(frame);
        if (!equality || a is not StringValue s || b is not StringValue t) return Compare(op, a, b, strict, out truth);
        truth = string.Equals(s.Value, t.Value, StringComparison.Ordinal) == (op == BinaryOperator.Equal);
        return null;
    }

    /// <summary>
    /// Null where the comparison gives <paramref name="truth"/>; otherwise the undecided value, null or error that it gives.
    /// </summary>
    public static FeelValue? Compare(BinaryOperator op, FeelValue a, FeelValue b, bool strict, out bool truth)
    {
        truth = false;
        var undecided = Undecided.Is(a, out var u) ? u : null;
        if (Undecided.Is(b, out var v)) undecided = Undecided.Unite(undecided, v);
        if (undecided is not null) return undecided;
        if (Comparison.Compare(op, a, b) is not { } result)
        {
            return strict ? new ErrorValue($"{a} 与 {b} 不能用 {BinaryOperators.Text(op)} 比较") : FeelValue.Null;
        }

        truth = result;
        return null;
    }
}
