using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

/// <summary>
/// A node of the bound tree: names are resolved to facts (slots of the scope) or locals (slots of a frame), types are inferred
/// (<see cref="FeelType.Any"/> where nothing is known). Lowering rewrites this tree; every way of running starts from it.
/// </summary>
internal abstract record BoundNode(TextSpan Span, FeelType Type);

internal sealed record BoundConstant(TextSpan Span, FeelType Type, FeelValue Value) : BoundNode(Span, Type);

/// <summary>A name of the scope; <paramref name="Slot"/> is its index in the expression's <c>Names</c>.</summary>
internal sealed record BoundFact(TextSpan Span, FeelType Type, int Slot, string Name) : BoundNode(Span, Type);

/// <summary>A local of the frame <paramref name="Depth"/> functions out.</summary>
internal sealed record BoundLocal(TextSpan Span, FeelType Type, int Depth, int Index, string Name) : BoundNode(Span, Type);

internal sealed record BoundNegate(TextSpan Span, FeelType Type, BoundNode Operand) : BoundNode(Span, Type);

internal sealed record BoundArithmetic(TextSpan Span, FeelType Type, BinaryOperator Operator, BoundNode Left, BoundNode Right)
    : BoundNode(Span, Type);

internal sealed record BoundComparison(TextSpan Span, BinaryOperator Operator, BoundNode Left, BoundNode Right)
    : BoundNode(Span, FeelType.Boolean);

/// <summary>A conjunction or disjunction of two or more operands.</summary>
internal sealed record BoundLogic(TextSpan Span, bool IsAnd, IReadOnlyList<BoundNode> Operands) : BoundNode(Span, FeelType.Boolean);

/// <summary><c>not(…)</c> of something that is known to be a truth value.</summary>
internal sealed record BoundNot(TextSpan Span, BoundNode Operand) : BoundNode(Span, FeelType.Boolean);

internal sealed record BoundBetween(TextSpan Span, BoundNode Value, BoundNode Low, BoundNode High) : BoundNode(Span, FeelType.Boolean);

internal sealed record BoundInstanceOf(TextSpan Span, BoundNode Value, FeelType Target) : BoundNode(Span, FeelType.Boolean);

internal sealed record BoundIf(TextSpan Span, FeelType Type, BoundNode Condition, BoundNode Then, BoundNode Else) : BoundNode(Span, Type);

/// <summary>The value if it conforms to the type, converted where the standard converts; a fault otherwise.</summary>
internal sealed record BoundCoerce(TextSpan Span, FeelType Type, BoundNode Value) : BoundNode(Span, Type);

/// <summary>A place that cannot give a value; conformant mode gives null.</summary>
internal sealed record BoundFault(TextSpan Span, string Reason) : BoundNode(Span, FeelType.Null);
