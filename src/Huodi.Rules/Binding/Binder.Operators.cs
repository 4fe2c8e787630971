using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundNode BindNegate(NegateSyntax node)
    {
        var operand = Bind(node.Operand);
        if (operand is BoundConstant { Value: NumberValue n })
        {
            return new BoundConstant(node.Span, FeelType.Number, NumberValue.Of(-n.Value));
        }
        if (strict && !TypeRules.MayBe(operand.Type, FeelType.Number) && !TypeRules.IsDuration(operand.Type))
        {
            diagnostics.Add(Faults.WrongType(operand.Span, "取负", FeelType.Number, operand.Type));
        }

        return new BoundNegate(node.Span, operand.Type, operand);
    }

    /// <summary>A chain of one connective becomes one node, however long it is.</summary>
    private BoundLogic BindLogic(BinarySyntax node)
    {
        var chain = new Stack<SyntaxNode>();
        SyntaxNode left = node;
        while (left is BinarySyntax inner && inner.Operator == node.Operator)
        {
            chain.Push(inner.Right);
            left = inner.Left;
        }

        chain.Push(left);
        var operands = new List<BoundNode>();
        foreach (var part in chain)
        {
            var operand = Bind(part);
            ExpectType(operand, FeelType.Boolean, node.Operator == BinaryOperator.And ? "and" : "or");
            operands.Add(operand);
        }

        return new BoundLogic(node.Span, node.Operator == BinaryOperator.And, operands);
    }

    private BoundNode BindBinary(BinarySyntax node)
    {
        var left = Bind(node.Left);
        var right = Bind(node.Right);
        if (BinaryOperators.IsComparison(node.Operator))
        {
            CheckComparable(node.Span, node.Operator, left, right);
            return new BoundComparison(node.Span, node.Operator, left, right);
        }

        var type = TypeRules.Arithmetic(node.Operator, left.Type, right.Type);
        if (type is null && strict)
        {
            diagnostics.Add(Faults.NoOperation(node.Span, BinaryOperators.Text(node.Operator), left.Type, right.Type));
        }

        return new BoundArithmetic(node.Span, type ?? FeelType.Any, node.Operator, left, right);
    }

    private BoundBetween BindBetween(BetweenSyntax node)
    {
        var value = Bind(node.Value);
        var low = Bind(node.Low);
        var high = Bind(node.High);
        CheckComparable(node.Low.Span, BinaryOperator.LessOrEqual, value, low);
        CheckComparable(node.High.Span, BinaryOperator.LessOrEqual, value, high);
        return new BoundBetween(node.Span, value, low, high);
    }

    private void CheckComparable(TextSpan span, BinaryOperator op, BoundNode left, BoundNode right)
    {
        if (!strict || TypeRules.Comparable(op, left.Type, right.Type)) return;
        diagnostics.Add(Faults.NotComparable(span, BinaryOperators.Text(op), left.Type, right.Type));
    }
}
