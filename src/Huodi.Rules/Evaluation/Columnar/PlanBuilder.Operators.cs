using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Columnar.Nodes;
using Huodi.Rules.Syntax;

namespace Huodi.Rules.Evaluation.Columnar;

internal sealed partial class PlanBuilder
{
    private ValueNode? Arithmetic(BinaryOperator op, ValueNode left, ValueNode right)
    {
        switch (op)
        {
            case BinaryOperator.Multiply:
                return Added(new ArithmeticNode<MultiplyLanes>(left, right, left.Scale + right.Scale));
            case BinaryOperator.Divide:
                return Added(new DivideNode(left, right, Reciprocal(right) is { } factor
                    ? Added(new ArithmeticNode<MultiplyLanes>(left, factor, left.Scale + factor.Scale))
                    : null));
            case BinaryOperator.Add or BinaryOperator.Subtract:
                var scale = Math.Max(left.Scale, right.Scale);
                var (a, b) = (Over(left, scale), Over(right, scale));
                return op == BinaryOperator.Add
                    ? Added(new ArithmeticNode<AddLanes>(a, b, scale))
                    : Added(new ArithmeticNode<SubtractLanes>(a, b, scale));
            default:
                return null;
        }
    }

    /// <summary>One over a constant, where that has few digits.</summary>
    private ConstantValue? Reciprocal(ValueNode divisor)
    {
        if (divisor is not ConstantValue { Number: not 0 } constant) return null;
        var reciprocal = 1 / constant.Number;
        return Fixed.TryNormalise(reciprocal, out _, out var scale) && scale <= 9 && reciprocal * constant.Number == 1
            ? Added(ConstantValue.Of(reciprocal))
            : null;
    }

    private ValueNode Over(ValueNode node, int scale)
    {
        if (node.Scale == scale) return node;
        return node is ConstantValue constant && constant.Over(scale) is { } moved ? Added(moved) : Added(new RescaleNode(node, scale));
    }

    private TruthNode? Compare(BinaryOperator op, PlanNode? left, PlanNode? right)
    {
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && left is TruthNode truth && right is ConstantTruth { Value: var wanted })
        {
            return wanted == (op == BinaryOperator.Equal) ? truth : Added(new NotNode(truth));
        }

        if (left is not ValueNode x || right is not ValueNode y || x.Kind != y.Kind) return null;
        if (x.Kind == FeelKind.String && op is not (BinaryOperator.Equal or BinaryOperator.NotEqual)) return null;
        var scale = Math.Max(x.Scale, y.Scale);
        (x, y) = (Over(x, scale), Over(y, scale));
        TruthNode node = op switch
        {
            BinaryOperator.Equal => new ComparisonNode<EqualLanes>(x, y),
            BinaryOperator.NotEqual => new ComparisonNode<NotEqualLanes>(x, y),
            BinaryOperator.Less => new ComparisonNode<LessLanes>(x, y),
            BinaryOperator.LessOrEqual => new ComparisonNode<LessOrEqualLanes>(x, y),
            BinaryOperator.Greater => new ComparisonNode<LessLanes>(y, x),
            _ => new ComparisonNode<LessOrEqualLanes>(y, x),
        };
        return Added(node);
    }

    private LogicNode? Logic(bool isAnd, IEnumerable<BoundNode> operands)
    {
        var lowered = new List<TruthNode>();
        foreach (var operand in operands)
        {
            if (Truth(operand) is not { } node) return null;
            lowered.Add(node);
        }

        return Added(new LogicNode(isAnd, [.. lowered]));
    }

    private PlanNode? If(TruthNode condition, PlanNode? then, PlanNode? otherwise)
    {
        if (then is TruthNode a && otherwise is TruthNode b) return Added(new IfTruthNode(condition, a, b));
        if (then is not ValueNode x || otherwise is not ValueNode y || x.Kind != y.Kind) return null;
        var scale = Math.Max(x.Scale, y.Scale);
        return Added(new IfNode(condition, Over(x, scale), Over(y, scale)));
    }

    private TruthNode? In(BoundIn node)
    {
        return Value(node.Value) is { } value ? In(value, node) : null;
    }

    /// <summary>Whether a value passes the tests of a cell.</summary>
    public TruthNode? In(ValueNode value, BoundIn node)
    {
        var tests = new List<TruthNode>();
        foreach (var test in node.Tests)
        {
            if (Test(value, test) is not { } lowered) return null;
            tests.Add(lowered);
        }

        var any = Added(new LogicNode(false, [.. tests]));
        return node.Negated ? Added(new NotNode(any)) : any;
    }

    private TruthNode? Test(ValueNode value, BoundTest test)
    {
        switch (test)
        {
            case BoundComparisonTest t:
                return Compare(t.Operator, value, Build(t.Operand));
            case BoundIntervalTest t:
                return Compare(t.StartIncluded ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, value, Build(t.Start)) is { } low
                    && Compare(t.EndIncluded ? BinaryOperator.LessOrEqual : BinaryOperator.Less, value, Build(t.End)) is { } high
                        ? Added(new LogicNode(true, [low, high]))
                        : null;
            case BoundValueTest { UsesInput: false, Value: BoundConstant { Value: ListValue { Items.Length: > 0 } list } }:
                var members = list.Items.Select(i => Compare(BinaryOperator.Equal, value, Constant(i))).ToList();
                return members.Contains(null) ? null : Added(new LogicNode(false, [.. members.OfType<TruthNode>()]));
            case BoundValueTest { UsesInput: false } t:
                return Compare(BinaryOperator.Equal, value, Build(t.Value));
            default:
                return null;
        }
    }
}
