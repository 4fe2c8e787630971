using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation.Scalar;

internal sealed class NegateStep(Step operand, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var value = operand.Run(frame);
        if (value.IsUndecided) return value;
        return Operators.Negate(value) ?? (strict ? new ErrorValue($"{value} 不能取负") : FeelValue.Null);
    }
}

internal sealed class ArithmeticStep(BinaryOperator op, Step left, Step right, bool strict) : Step
{
    public override FeelValue Run(Frame frame) =>
        RunNumber(frame, out var number) ?? NumberValue.Of(number);

    public override FeelValue? RunNumber(Frame frame, out decimal number)
    {
        var a = left.RunNumber(frame, out var x);
        var b = right.RunNumber(frame, out var y);
        if (a is null && b is null)
        {
            try
            {
                switch (op)
                {
                    case BinaryOperator.Add:
                        number = x + y;
                        return null;
                    case BinaryOperator.Subtract:
                        number = x - y;
                        return null;
                    case BinaryOperator.Multiply:
                        number = x * y;
                        return null;
                    case BinaryOperator.Divide when y != 0:
                        number = x / y;
                        return null;
                }
            }
            catch (OverflowException)
            {
                number = 0;
                return strict ? new ErrorValue("结果超出 28 位数字的范围") : FeelValue.Null;
            }
        }

        number = 0;
        return General(frame, a ?? NumberValue.Of(x), b ?? NumberValue.Of(y));
    }

    private FeelValue General(Frame frame, FeelValue a, FeelValue b)
    {
        if (a is StringValue s && b is StringValue t) frame.Session.Budget.SpendText((long)s.Value.Length + t.Value.Length);
        if (a.IsUndecided || b.IsUndecided) return Undecided.Unite(a.IsUndecided ? a : null, b.IsUndecided ? b : null)!;
        return Operators.Arithmetic(op, a, b)
            ?? (strict ? new ErrorValue($"{a} {BinaryOperators.Text(op)} {b} 没有结果") : FeelValue.Null);
    }
}
