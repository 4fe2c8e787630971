using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Tables;

/// <summary>
/// The values of one column, cut at every constant of its cells into segments on which no cell changes its mind: for an ordered
/// column <c>2n+1</c> of them (before, at and behind each constant), for texts one each and one for all others, for booleans two.
/// </summary>
internal sealed class Axis
{
    private readonly FeelValue[] cuts;
    private readonly bool ordered;
    private readonly Dictionary<FeelValue, int> places = [];

    private Axis(FeelValue[] cuts, bool ordered, int segments)
    {
        (this.cuts, this.ordered, Segments) = (cuts, ordered, segments);
        for (var i = 0; i < cuts.Length; i++) places[cuts[i]] = i;
    }

    public int Segments { get; }

    /// <summary>The axis of a column; null where a cell does not compare with constants of one kind.</summary>
    public static Axis? Of(IEnumerable<BoundIn> cells)
    {
        var constants = new List<FeelValue>();
        var compares = false;
        foreach (var test in cells.SelectMany(c => c.Tests))
        {
            if (!Collect(test, constants, ref compares)) return null;
        }

        var kinds = constants.Select(c => c.Kind).Distinct().ToList();
        if (kinds.Count > 1) return null;
        if (kinds.Count == 0) return new Axis([], false, 1);
        var distinct = constants.Distinct().ToArray();
        switch (kinds[0])
        {
            case FeelKind.Boolean:
                return compares ? null : new Axis([FeelValue.True, FeelValue.False], false, 2);
            case FeelKind.String:
                return compares ? null : new Axis(distinct, false, distinct.Length + 1);
            case FeelKind.Number or FeelKind.Date or FeelKind.DateTime or FeelKind.Time
                or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration:
                if (distinct.Any(d => Comparison.Order(d, distinct[0]) is null)) return null;
                Array.Sort(distinct, (a, b) => Comparison.Order(a, b) ?? 0);
                return new Axis(distinct, true, (2 * distinct.Length) + 1);
            default:
                return null;
        }
    }

    /// <summary>Whether any value lies in the segment: no day lies between two that follow each other.</summary>
    public bool IsInhabited(int segment)
    {
        if (!ordered || segment % 2 == 1 || segment == 0 || segment == Segments - 1) return true;
        var (below, above) = (cuts[(segment / 2) - 1], cuts[segment / 2]);
        return (below, above) switch
        {
            (DateValue a, DateValue b) => b.Value.EpochDay - a.Value.EpochDay > 1,
            (YearsMonthsValue a, YearsMonthsValue b) => b.Months - a.Months > 1,
            _ => true,
        };
    }

    /// <summary>The segments that pass a cell (null: all of them), as ranges in rising order that do not touch.</summary>
    public SegmentRange[] Passing(BoundIn? cell)
    {
        if (cell is null || cell.Tests.Count == 0) return [new SegmentRange(0, Segments - 1)];
        var ranges = SegmentRange.United(cell.Tests.SelectMany(RangesOf));
        return cell.Negated ? SegmentRange.Complement(ranges, Segments) : ranges;
    }

    /// <summary>A value of the segment, round in the unit of the column; null where any other than the known ones would do.</summary>
    public FeelValue? Example(int segment, decimal unit)
    {
        if (!ordered) return segment < cuts.Length ? cuts[segment] : null;
        if (segment % 2 == 1) return cuts[segment / 2];
        if (segment == 0) return AxisExamples.Beside(cuts[0], -1, unit);
        return segment == Segments - 1 ? AxisExamples.Beside(cuts[^1], 1, unit)
            : AxisExamples.Between(cuts[(segment / 2) - 1], cuts[segment / 2], unit);
    }

    private IEnumerable<SegmentRange> RangesOf(BoundTest test)
    {
        switch (test)
        {
            case BoundComparisonTest t:
                return RangesOf(t.Operator, t.Operand);
            case BoundIntervalTest t:
                var (start, end) = (Place(((BoundConstant)t.Start).Value), Place(((BoundConstant)t.End).Value));
                var range = new SegmentRange(t.StartIncluded ? start : start + 1, t.EndIncluded ? end : end - 1);
                return range.First <= range.Last ? [range] : [];
            case BoundValueTest { Value: BoundConstant { Value: ListValue list } }:
                return list.Items.Select(i => SegmentRange.At(Place(i)));
            case BoundValueTest t:
                return [SegmentRange.At(Place(((BoundConstant)t.Value).Value))];
            default:
                return [];
        }
    }

    private SegmentRange[] RangesOf(BinaryOperator op, BoundNode operand)
    {
        var at = Place(((BoundConstant)operand).Value);
        return op switch
        {
            BinaryOperator.Equal => [SegmentRange.At(at)],
            BinaryOperator.NotEqual => SegmentRange.Complement([SegmentRange.At(at)], Segments),
            BinaryOperator.Less => [new SegmentRange(0, at - 1)],
            BinaryOperator.LessOrEqual => [new SegmentRange(0, at)],
            BinaryOperator.Greater => [new SegmentRange(at + 1, Segments - 1)],
            _ => [new SegmentRange(at, Segments - 1)],
        };
    }

    /// <summary>The segment of a constant.</summary>
    private int Place(FeelValue value) => ordered ? (2 * places[value]) + 1 : places[value];

    private static bool Collect(BoundTest test, List<FeelValue> constants, ref bool compares)
    {
        switch (test)
        {
            case BoundComparisonTest { Operand: BoundConstant c } t:
                compares |= t.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
                constants.Add(c.Value);
                return !c.Value.IsNull;
            case BoundIntervalTest { Start: BoundConstant a, End: BoundConstant b }:
                compares = true;
                constants.AddRange([a.Value, b.Value]);
                return !a.Value.IsNull && !b.Value.IsNull;
            case BoundValueTest { UsesInput: false, Value: BoundConstant { Value: ListValue list } }:
                constants.AddRange(list.Items);
                return list.Items.All(i => !i.IsNull);
            case BoundValueTest { UsesInput: false, Value: BoundConstant c }:
                constants.Add(c.Value);
                return !c.Value.IsNull;
            default:
                return false;
        }
    }
}
