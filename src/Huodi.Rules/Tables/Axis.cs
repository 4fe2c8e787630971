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

    private Axis(FeelValue[] cuts, bool ordered, int segments) => (this.cuts, this.ordered, Segments) = (cuts, ordered, segments);

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
            case FeelKind.Number or FeelKind.Date or FeelKind.DateTime or FeelKind.Time or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration:
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

    /// <summary>The segments that pass a cell (null: all of them).</summary>
    public bool[] Passing(BoundIn? cell)
    {
        var passing = new bool[Segments];
        for (var i = 0; i < Segments; i++) passing[i] = cell is null || Passes(cell, i);
        return passing;
    }

    /// <summary>A value of the segment; null where any other than the known ones would do.</summary>
    public FeelValue? Example(int segment)
    {
        if (!ordered) return segment < cuts.Length ? cuts[segment] : null;
        if (segment % 2 == 1) return cuts[segment / 2];
        if (segment == 0) return AxisExamples.Below(cuts[0]);
        return segment == Segments - 1 ? AxisExamples.Above(cuts[^1]) : AxisExamples.Between(cuts[(segment / 2) - 1], cuts[segment / 2]);
    }

    private bool Passes(BoundIn cell, int segment)
    {
        if (cell.Tests.Count == 0) return true;
        return cell.Tests.Any(t => Passes(t, segment)) != cell.Negated;
    }

    private bool Passes(BoundTest test, int segment) => test switch
    {
        BoundComparisonTest t => Compares(t.Operator, t.Operand, segment),
        BoundIntervalTest t =>
            Compares(t.StartIncluded ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, t.Start, segment)
            && Compares(t.EndIncluded ? BinaryOperator.LessOrEqual : BinaryOperator.Less, t.End, segment),
        BoundValueTest { Value: BoundConstant { Value: ListValue list } } => list.Items.Any(i => IsAt(i, segment)),
        BoundValueTest t => IsAt(((BoundConstant)t.Value).Value, segment),
        _ => false,
    };

    private bool IsAt(FeelValue value, int segment)
    {
        var at = Array.IndexOf(cuts, value);
        return segment == (ordered ? (2 * at) + 1 : at);
    }

    private bool Compares(BinaryOperator op, BoundNode operand, int segment)
    {
        var at = Array.IndexOf(cuts, ((BoundConstant)operand).Value);
        var order = ordered ? segment.CompareTo((2 * at) + 1) : segment == at ? 0 : 1;
        return op switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

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
