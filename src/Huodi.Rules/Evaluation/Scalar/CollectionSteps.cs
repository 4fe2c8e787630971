namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>A list keeps undecided items as holes: what does not look at them is decided all the same.</summary>
internal sealed class ListStep(Step[] items) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < items.Length; i++) values[i] = items[i].Run(frame);
        return values.Length == 0 ? ListValue.Empty : new ListValue(values);
    }
}

internal sealed class ContextStep((string Name, int Local, Step Value)[] entries, Step? result, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var values = result is null ? new List<KeyValuePair<string, FeelValue>>(entries.Length) : null;
        foreach (var (name, local, step) in entries)
        {
            var value = step.Run(frame);
            frame.Locals[local] = value;
            values?.Add(new(name, value));
        }

        if (values is null) return result!.Run(frame); // no values are collected exactly where there is a result
        return values.DistinctBy(e => e.Key).Count() == values.Count
            ? new ContextValue(values)
            : strict ? new ErrorValue("上下文里有重复的键") : FeelValue.Null;
    }
}

internal sealed class RangeStep(Step start, bool startIncluded, Step end, bool endIncluded, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var (from, to) = (start.Run(frame), end.Run(frame));
        if (from.IsUndecided || to.IsUndecided) return Undecided.Unite(from.IsUndecided ? from : null, to.IsUndecided ? to : null)!;
        if (from.IsNull || to.IsNull || Comparison.Order(from, to) is not null) return new RangeValue(from, startIncluded, to, endIncluded);
        return strict ? new ErrorValue($"{from} 与 {to} 不能组成区间") : FeelValue.Null;
    }
}

internal sealed class ComparisonRangeStep(Syntax.BinaryOperator op, Step operand) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var value = operand.Run(frame);
        return value.IsUndecided ? value : Ranges.OfComparison(op, value);
    }
}

internal sealed class PathStep(Step source, string name, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var value = source.Run(frame);
        return value.IsUndecided ? value : Get(value);
    }

    private FeelValue Get(FeelValue value)
    {
        if (value is ContextValue context) return context.TryGet(name, out var entry) ? entry : FeelValue.Null;
        if (value is ListValue list) return new ListValue(Array.ConvertAll(list.Items, i => i.IsUndecided ? i : Get(i)));
        return TemporalProperties.Get(value, name) ?? (strict ? new ErrorValue($"{value} 没有“{name}”") : FeelValue.Null);
    }
}

internal sealed class ItemFieldStep(Step item, string name, Step outside) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var value = item.Run(frame);
        if (value.IsUndecided) return value;
        return value is ContextValue context && context.TryGet(name, out var entry) ? entry : outside.Run(frame);
    }
}

internal sealed class FilterStep(Step source, int item, Step condition, bool byPosition, bool strict) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var value = source.Run(frame);
        if (value.IsUndecided) return value;
        var items = value is ListValue list ? list.Items : value.IsNull && !strict ? [] : [value];
        if (byPosition) return At(frame, items);
        var kept = new List<FeelValue>();
        FeelValue? undecided = null;
        for (var i = 0; i < items.Length; i++)
        {
            frame.Session.Budget.Spend();
            frame.Locals[item] = items[i];
            var rest = condition.RunTruth(frame, out var passes);
            if (rest is null)
            {
                if (passes) kept.Add(items[i]);
            }
            else if (rest.IsUndecided)
            {
                undecided = Undecided.Unite(undecided, rest);
            }
            else if (i == 0 && rest is NumberValue)
            {
                return At(frame, items);
            }
            else if (strict)
            {
                return new ErrorValue($"筛选条件是 {rest}，应为 true 或 false");
            }
            else if (!rest.IsNull)
            {
                return FeelValue.Null;
            }
        }

        return undecided ?? new ListValue([.. kept]);
    }

    private FeelValue At(Frame frame, FeelValue[] items)
    {
        frame.Locals[item] = FeelValue.Null;
        var position = condition.Run(frame);
        if (position.IsUndecided) return position;
        if (position is not NumberValue n || n.Value != decimal.Truncate(n.Value) || Math.Abs(n.Value) > items.Length || n.Value == 0)
        {
            return FeelValue.Null;
        }

        return items[n.Value > 0 ? (int)n.Value - 1 : items.Length + (int)n.Value];
    }
}

internal sealed class ForStep(Loop loop, int partial, Step body) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var results = new List<FeelValue>();
        if (partial >= 0) frame.Locals[partial] = ListValue.Empty;
        var broken = loop.Each(frame, () =>
        {
            results.Add(body.Run(frame));
            if (partial >= 0)
            {
                frame.Session.Budget.Spend(results.Count);
                frame.Locals[partial] = new ListValue([.. results]);
            }

            return true;
        });
        return broken ?? new ListValue([.. results]);
    }
}
