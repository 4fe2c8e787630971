using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>One test of a value: null and a truth, or what stands in the way.</summary>
internal abstract class TestStep
{
    public abstract FeelValue? Test(Frame frame, FeelValue value, out bool truth);
}

internal sealed class ComparisonTest(BinaryOperator op, Step operand, bool strict) : TestStep
{
    public override FeelValue? Test(Frame frame, FeelValue value, out bool truth)
    {
        if (value is not NumberValue n) return ComparisonStep.Compare(op, value, operand.Run(frame), strict, out truth);
        var rest = operand.RunNumber(frame, out var number);
        if (rest is not null) return ComparisonStep.Compare(op, value, rest, strict, out truth);
        truth = op switch
        {
            BinaryOperator.Equal => n.Value == number,
            BinaryOperator.NotEqual => n.Value != number,
            BinaryOperator.Less => n.Value < number,
            BinaryOperator.LessOrEqual => n.Value <= number,
            BinaryOperator.Greater => n.Value > number,
            _ => n.Value >= number,
        };
        return null;
    }
}

internal sealed class IntervalTest(Step start, bool startIncluded, Step end, bool endIncluded, bool strict) : TestStep
{
    private readonly ComparisonTest low = new(startIncluded ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, start, strict);
    private readonly ComparisonTest high = new(endIncluded ? BinaryOperator.LessOrEqual : BinaryOperator.Less, end, strict);

    public override FeelValue? Test(Frame frame, FeelValue value, out bool truth)
    {
        var a = low.Test(frame, value, out truth);
        if (a is null && !truth) return null;
        var b = high.Test(frame, value, out truth);
        if (b is null && !truth) return null;
        truth = true;
        return a is { IsUndecided: true } || b is { IsUndecided: true }
            ? Undecided.Unite(a is { IsUndecided: true } ? a : null, b is { IsUndecided: true } ? b : null)
            : a ?? b;
    }
}

/// <summary>Equality with a text or number that is written in the cell.</summary>
internal sealed class ConstantTest(FeelValue wanted, bool strict) : TestStep
{
    public override FeelValue? Test(Frame frame, FeelValue value, out bool truth)
    {
        if (value.Kind != wanted.Kind) return ComparisonStep.Compare(BinaryOperator.Equal, value, wanted, strict, out truth);
        truth = wanted.Equals(value);
        return null;
    }
}

/// <summary>Equality, or membership where the test's value is a list or a range; a truth computed from the input counts itself.</summary>
internal sealed class ValueTest(Step test, bool usesInput, bool inCell, bool strict) : TestStep
{
    public override FeelValue? Test(Frame frame, FeelValue value, out bool truth)
    {
        if (usesInput) return test.RunTruth(frame, out truth);
        var wanted = test.Run(frame);
        if (wanted is ListValue { HasHoles: true } open && !Undecided.Is(value, out _)) return InOpenList(value, open, out truth);
        truth = false;
        var undecided = Undecided.Is(value, out var a) ? a : null;
        if (Undecided.Is(wanted, out var b)) undecided = Undecided.Unite(undecided, b);
        if (undecided is not null) return undecided;
        if (inCell && wanted.Kind == FeelKind.Boolean && value.Kind != FeelKind.Boolean)
        {
            truth = wanted.AsBoolean();
            return null;
        }

        if (Member(value, wanted) is not { } member)
        {
            return strict ? new ErrorValue($"{value} 与 {wanted} 不能比较") : FeelValue.Null;
        }

        truth = member;
        return null;
    }

    /// <summary>Whether <paramref name="value"/> is, or lies in, <paramref name="wanted"/>; null where they do not compare.</summary>
    public static bool? Member(FeelValue value, FeelValue wanted)
    {
        switch (wanted)
        {
            case RangeValue range when value is not RangeValue:
                return Ranges.Contains(range, value);
            case ListValue list:
                if (value is ListValue && Comparison.AreEqual(value, list) is true) return true;
                var comparable = list.Items.Length == 0;
                foreach (var item in list.Items)
                {
                    var member = item is RangeValue range && value is not RangeValue ? Ranges.Contains(range, value)
                        : Comparison.AreEqual(value, item);
                    if (member is true) return true;
                    comparable |= member is not null;
                }

                return comparable ? false : null;
            default:
                return Comparison.AreEqual(value, wanted);
        }
    }

    private static FeelValue? InOpenList(FeelValue value, ListValue list, out bool truth)
    {
        FeelValue? undecided = null;
        truth = true;
        foreach (var item in list.Items)
        {
            if (Undecided.Is(item, out var hole)) undecided = Undecided.Unite(undecided, hole);
            else if (Member(value, item) is true) return null;
        }

        return undecided;
    }
}

/// <summary>A value against the tests of a cell or of <c>in</c>.</summary>
internal sealed class InStep(Step value, int input, bool negated, TestStep[] tests, bool strict) : TruthStep
{
    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        truth = !negated;
        if (tests.Length == 0) return null;
        var tested = value.Run(frame);
        if (input >= 0) frame.Locals[input] = tested;
        FeelValue? undecided = null;
        FeelValue? other = null;
        foreach (var test in tests)
        {
            var rest = test.Test(frame, tested, out var passes);
            if (rest is null)
            {
                if (passes) return null;
            }
            else if (rest.IsUndecided)
            {
                undecided = Undecided.Unite(undecided, rest);
            }
            else
            {
                other = rest;
            }
        }

        truth = negated;
        if (undecided is not null || other is null) return undecided;
        return strict ? new ErrorValue($"条件是 {other}，应为 true 或 false") : FeelValue.Null;
    }
}
