namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>
/// Kleene's logic: one deciding operand decides, in whatever order; otherwise the undecided operands together say what is missing.
/// </summary>
internal sealed class LogicStep(bool isAnd, Step[] operands, bool strict) : TruthStep
{
    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        FeelValue? undecided = null;
        FeelValue? other = null;
        foreach (var operand in operands)
        {
            var rest = operand.RunTruth(frame, out truth);
            if (rest is null)
            {
                if (truth != isAnd) return null;
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

        truth = isAnd;
        if (undecided is not null || other is null) return undecided;
        return strict ? new ErrorValue($"{(isAnd ? "and" : "or")} 的一方是 {other}，应为 true 或 false") : FeelValue.Null;
    }
}

internal sealed class NotStep(Step operand, bool strict) : TruthStep
{
    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        var rest = operand.RunTruth(frame, out truth);
        truth = !truth;
        return rest is null || rest.IsUndecided ? rest : strict ? new ErrorValue($"not 的对象是 {rest}，应为 true 或 false") : FeelValue.Null;
    }
}

/// <summary>Asks first for its condition, unless both branches come to the same.</summary>
internal sealed class IfStep(Step condition, Step then, Step otherwise, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var rest = condition.RunTruth(frame, out var truth);
        if (rest is null) return truth ? then.Run(frame) : otherwise.Run(frame);
        return Undetermined(frame, rest);
    }

    public override FeelValue? RunNumber(Frame frame, out decimal number)
    {
        var rest = condition.RunTruth(frame, out var truth);
        if (rest is null) return truth ? then.RunNumber(frame, out number) : otherwise.RunNumber(frame, out number);
        var value = Undetermined(frame, rest);
        number = (value as NumberValue)?.Value ?? 0;
        return value is NumberValue ? null : value;
    }

    private FeelValue Undetermined(Frame frame, FeelValue condition)
    {
        if (condition is MissingValue)
        {
            var first = Undecided.Collapse(then.Run(frame));
            if (first.IsUndecided) return condition;
            return first.Equals(Undecided.Collapse(otherwise.Run(frame))) ? first : condition;
        }

        if (condition is ErrorValue) return condition;
        if (strict) return new ErrorValue($"if 的条件是 {condition}，应为 true 或 false");
        return condition.IsNull ? otherwise.Run(frame) : FeelValue.Null;
    }
}

internal sealed class QuantifiedStep(bool every, Loop loop, Step condition, bool strict) : TruthStep
{
    public override FeelValue? RunTruth(Frame frame, out bool truth)
    {
        FeelValue? undecided = null;
        FeelValue? other = null;
        var decided = false;
        var broken = loop.Each(frame, () =>
        {
            var rest = condition.RunTruth(frame, out var passes);
            if (rest is null) return !(decided = passes != every);
            if (rest.IsUndecided) undecided = Undecided.Unite(undecided, rest);
            else other = other is null or { IsNull: true } ? rest : other;
            return strict || rest.IsUndecided || rest.IsNull;
        });
        truth = decided ? !every : every;
        if (decided) return null;
        if (broken is { IsUndecided: true }) undecided = Undecided.Unite(undecided, broken);
        else if (broken is not null) other = broken;
        if (undecided is not null || other is null) return undecided;
        return strict ? new ErrorValue($"satisfies 的条件是 {other}，应为 true 或 false") : FeelValue.Null;
    }
}
