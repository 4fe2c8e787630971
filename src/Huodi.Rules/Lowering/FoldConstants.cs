using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation;

namespace Huodi.Rules.Lowering;

/// <summary>Computes what does not depend on facts: <c>5 * 10000</c>, <c>date("2026-01-01")</c>, <c>[1, 2, 3]</c>.</summary>
internal sealed class FoldConstants(bool strict) : Rewriter
{
    protected override BoundNode Visit(BoundNode node) => node switch
    {
        BoundArithmetic { Left: BoundConstant l, Right: BoundConstant r } n => Fold(n, Operators.Arithmetic(n.Operator, l.Value, r.Value)),
        BoundNegate { Operand: BoundConstant c } n => Fold(n, Operators.Negate(c.Value)),
        BoundList { Items: var items } n when items.All(i => i is BoundConstant) =>
            Fold(n, new ListValue([.. items.Select(i => ((BoundConstant)i).Value)])),
        BoundBuiltinCall { Function.Name: not ("now" or "today") } n when n.Arguments.All(a =>
            a is null or BoundConstant { Value: not FunctionValue }) =>
            Fold(n, Call(n)),
        _ => node,
    };

    /// <summary>A constant in place of the node; faults stay as they are, to be reported when they are reached.</summary>
    private static BoundNode Fold(BoundNode node, FeelValue? value) =>
        value is null ? node : new BoundConstant(node.Span, TypeRules.TypeOf(value), value);

    /// <summary>What a call gives, unless it costs too much or faults.</summary>
    private FeelValue? Call(BoundBuiltinCall node)
    {
        FeelValue?[] arguments = [.. node.Arguments.Select(a => (a as BoundConstant)?.Value)];
        try
        {
            var budget = new Budget(Limits.Default with { ResultLength = 100_000 }, CancellationToken.None);
            budget.Spend(CallCosts.Of(node.Function.Name, arguments, budget));
            var value = BuiltinCalls.Call(node.Function, node.Signature, arguments, null, strict);
            return value.IsUndecided || value.IsNull ? null : value;
        }
        catch (LimitReachedException)
        {
            return null;
        }
    }
}
