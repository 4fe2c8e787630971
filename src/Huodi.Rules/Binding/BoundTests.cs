using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

/// <summary>
/// Whether a value passes one of the tests (or, negated, none). The value is also the local <paramref name="Input"/> (the name <c>?</c>)
/// where that is not −1. No tests mean that everything passes, undecided values too.
/// </summary>
internal sealed record BoundIn(TextSpan Span, BoundNode Value, int Input, bool Negated, IReadOnlyList<BoundTest> Tests)
    : BoundNode(Span, FeelType.Boolean);

internal abstract record BoundTest(TextSpan Span);

/// <summary><c>&lt; 10</c>.</summary>
internal sealed record BoundComparisonTest(TextSpan Span, BinaryOperator Operator, BoundNode Operand) : BoundTest(Span);

/// <summary><c>[1..10]</c>, written out.</summary>
internal sealed record BoundIntervalTest(TextSpan Span, BoundNode Start, bool StartIncluded, BoundNode End, bool EndIncluded)
    : BoundTest(Span);

/// <summary>A value that the input equals or lies in; in a cell, a boolean computed from <c>?</c> counts itself.</summary>
internal sealed record BoundValueTest(TextSpan Span, BoundNode Value, bool UsesInput, bool InCell) : BoundTest(Span);
