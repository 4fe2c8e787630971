using Huodi.Rules.Binding;

namespace Huodi.Rules.Lowering;

/// <summary>Makes <c>not(…)</c> of a truth value an operator, which needs no call.</summary>
internal sealed class NegationCalls : Rewriter
{
    protected override BoundNode Visit(BoundNode node) =>
        node is BoundBuiltinCall { Function.Name: "not", Arguments: [{ } operand] } && TypeRules.Base(operand.Type) == FeelType.Boolean
            ? new BoundNot(node.Span, operand)
            : node;
}
