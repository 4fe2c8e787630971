using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

internal sealed partial class Binder
{
    private BoundIn BindIn(InSyntax node)
    {
        var value = Bind(node.Value);
        return new BoundIn(node.Span, value, -1, false, [.. node.Tests.Select(t => BindTest(t, value.Type, null, false))]);
    }

    /// <summary>A cell, whose input is the local <paramref name="local"/> (−1: a fact named <c>?</c>).</summary>
    private BoundIn BindCell(UnaryTestsSyntax node, BoundNode input, int local, decimal? scale) =>
        new(node.Span, input, local, node.Negated, [.. node.Tests.Select(t => BindTest(t, input.Type, scale, true))]);

    private BoundTest BindTest(SyntaxNode test, FeelType input, decimal? scale, bool inCell)
    {
        switch (test)
        {
            case ComparisonRangeSyntax n:
                var operand = Scaled(BindFigure(n.Operand, input), scale);
                CheckTest(n.Span, n.Operator, input, operand);
                return new BoundComparisonTest(n.Span, n.Operator, operand);
            case RangeSyntax n:
                var start = Scaled(Bind(n.Start), scale);
                var end = Scaled(Bind(n.End), scale);
                CheckTest(n.Start.Span, BinaryOperator.LessOrEqual, input, start);
                CheckTest(n.End.Span, BinaryOperator.LessOrEqual, input, end);
                return new BoundIntervalTest(n.Span, start, n.StartIncluded, end, n.EndIncluded);
            default:
                return BindValueTest(test, input, scale, inCell);
        }
    }

    private BoundValueTest BindValueTest(SyntaxNode test, FeelType input, decimal? scale, bool inCell)
    {
        var outer = inputUsed;
        inputUsed = false;
        var value = BindFigure(test, input);
        var uses = inputUsed;
        inputUsed = outer || uses;
        if (!uses) value = Scaled(value, scale);
        if (!strict || value is BoundFault) return new BoundValueTest(test.Span, value, uses, inCell);
        if (uses)
        {
            ExpectType(value, FeelType.Boolean, "含 ? 的条件");
        }
        else if (!TypeRules.Comparable(BinaryOperator.Equal, input, value.Type)
            && !TypeRules.Comparable(BinaryOperator.Equal, input, TypeRules.ItemOf(value.Type))
            && !TypeRules.Comparable(BinaryOperator.Equal, input, TypeRules.ItemOf(TypeRules.ItemOf(value.Type))))
        {
            diagnostics.Add(Faults.NotComparable(test.Span, "=", input, value.Type));
        }

        return new BoundValueTest(test.Span, value, uses, inCell);
    }

    /// <summary>Binds what stands in a test; an unknown bare word tested against a text was probably meant in quotes.</summary>
    private BoundNode BindFigure(SyntaxNode node, FeelType input)
    {
        if (!strict || node is not NameSyntax name || TypeRules.Base(input) != FeelType.String) return Bind(node);
        if (Resolve(name.Name, name.Span, true) is { } known) return known;
        diagnostics.Add(Faults.UnquotedText(name.Span, name.Name));
        return new BoundFault(name.Span, "文字要加引号");
    }

    private void CheckTest(TextSpan span, BinaryOperator op, FeelType input, BoundNode operand)
    {
        if (!strict || operand is BoundFault || TypeRules.Comparable(op, input, operand.Type)) return;
        diagnostics.Add(Faults.NotComparable(span, BinaryOperators.Text(op), input, operand.Type));
    }

    /// <summary>A figure of a column with a unit, in the unit of the fact.</summary>
    private BoundNode Scaled(BoundNode node, decimal? scale)
    {
        if (scale is not { } factor) return node;
        switch (node)
        {
            case BoundConstant { Value: NumberValue n }:
                try
                {
                    return new BoundConstant(node.Span, node.Type, NumberValue.Of(n.Value * factor));
                }
                catch (OverflowException)
                {
                    diagnostics.Add(Faults.NumberTooLarge(node.Span, $"{n} * {NumberValue.Format(factor)}"));
                    return node;
                }

            case BoundList list:
                return list with { Items = [.. list.Items.Select(i => Scaled(i, scale))] };
            case BoundRange range:
                return range with { Start = Scaled(range.Start, scale), End = Scaled(range.End, scale) };
            case BoundConstant { Value.IsNull: true }:
                return node;
            default:
                diagnostics.Add(Faults.ScaledCell(node.Span));
                return node;
        }
    }
}
