using Huodi.Rules.Temporal;

namespace Huodi.Rules.Evaluation.Scalar;

internal sealed record LoopStep(int Local, Step Domain, Step? To);

/// <summary>The rounds of nested iterators.</summary>
internal sealed class Loop(LoopStep[] iterators, bool strict)
{
    /// <summary>
    /// Runs <paramref name="round"/> for every combination until it gives false. What is wrong with a domain (undecided, or not a list
    /// or range) comes back; null where nothing is.
    /// </summary>
    public FeelValue? Each(Frame frame, Func<bool> round)
    {
        FeelValue? broken = null;
        _ = Nest(frame, 0, round, ref broken);
        return broken;
    }

    private bool Nest(Frame frame, int level, Func<bool> round, ref FeelValue? broken)
    {
        if (level == iterators.Length)
        {
            frame.Session.Budget.Spend();
            return round();
        }

        var iterator = iterators[level];
        var items = Items(frame, iterator, out var wrong);
        if (items is null)
        {
            broken = broken is { IsUndecided: true } && wrong is { IsUndecided: true } ? Undecided.Unite(broken, wrong) : wrong;
            return true;
        }

        foreach (var item in items)
        {
            frame.Locals[iterator.Local] = item;
            if (!Nest(frame, level + 1, round, ref broken)) return false;
        }

        return true;
    }

    private IEnumerable<FeelValue>? Items(Frame frame, LoopStep iterator, out FeelValue? wrong)
    {
        wrong = null;
        var domain = iterator.Domain.Run(frame);
        if (iterator.To is { } to)
        {
            var end = to.Run(frame);
            if (domain.IsUndecided || end.IsUndecided)
            {
                wrong = Undecided.Unite(domain.IsUndecided ? domain : null, end.IsUndecided ? end : null);
                return null;
            }

            return Between(domain, end) ?? Refuse($"{domain}..{end} 不能逐个取值", out wrong);
        }

        if (domain.IsUndecided)
        {
            wrong = domain;
            return null;
        }

        return domain switch
        {
            ListValue list => list.Items,
            RangeValue { Form: RangeForm.Interval } range => Inside(range) ?? Refuse($"{range} 不能逐个取值", out wrong),
            NullValue => Refuse("循环的范围是空值", out wrong),
            _ when strict => Refuse($"{domain} 不是列表", out wrong),
            RangeValue => Refuse("", out wrong),
            _ => [domain],
        };
    }

    private IEnumerable<FeelValue>? Refuse(string reason, out FeelValue wrong)
    {
        wrong = strict ? new ErrorValue(reason) : FeelValue.Null;
        return null;
    }

    private static IEnumerable<FeelValue>? Inside(RangeValue range)
    {
        if (Between(range.Start, range.End) is not { } values) return null;
        if (Comparison.Order(range.Start, range.End) > 0) return null;
        return values.Where(v => (range.StartIncluded || !v.Equals(range.Start)) && (range.EndIncluded || !v.Equals(range.End)));
    }

    /// <summary>Whole numbers or days from one end to the other, rising or falling; null for other ends.</summary>
    private static IEnumerable<FeelValue>? Between(FeelValue from, FeelValue to)
    {
        if (from is DateValue a && to is DateValue b) return Days(a.Value.EpochDay, b.Value.EpochDay);
        return from is NumberValue x && to is NumberValue y ? Numbers(x.Value, y.Value) : null;
    }

    private static IEnumerable<FeelValue> Numbers(decimal from, decimal to)
    {
        var step = from <= to ? 1 : -1;
        for (var n = from; step > 0 ? n <= to : n >= to; n += step) yield return NumberValue.Of(n);
    }

    private static IEnumerable<FeelValue> Days(long from, long to)
    {
        var step = from <= to ? 1 : -1;
        for (var day = from; step > 0 ? day <= to : day >= to; day += step)
        {
            if (CalendarDate.OfEpochDay(day) is { } date) yield return new DateValue(date);
        }
    }
}
