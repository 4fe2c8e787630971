namespace Huodi.Rules.Binding;

internal sealed record BoundList(TextSpan Span, FeelType Type, IReadOnlyList<BoundNode> Items) : BoundNode(Span, Type);

/// <summary>An entry; its value is also the local <paramref name="Local"/> for the entries behind it.</summary>
internal sealed record BoundEntry(string Name, int Local, BoundNode Value);

/// <summary>A context, or, where there is a <paramref name="Result"/>, that result computed from the entries.</summary>
internal sealed record BoundContext(TextSpan Span, FeelType Type, IReadOnlyList<BoundEntry> Entries, BoundNode? Result)
    : BoundNode(Span, Type);

internal sealed record BoundRange(TextSpan Span, FeelType Type, BoundNode Start, bool StartIncluded, BoundNode End, bool EndIncluded)
    : BoundNode(Span, Type);

/// <summary><c>(&lt; 10)</c> as a value.</summary>
internal sealed record BoundComparisonRange(TextSpan Span, FeelType Type, Syntax.BinaryOperator Operator, BoundNode Operand)
    : BoundNode(Span, Type);

internal sealed record BoundPath(TextSpan Span, FeelType Type, BoundNode Source, string Name) : BoundNode(Span, Type);

/// <summary>A filter; the item is the local <paramref name="Item"/>. A condition that is a number selects by position.</summary>
internal sealed record BoundFilter(TextSpan Span, FeelType Type, BoundNode Source, int Item, BoundNode Condition) : BoundNode(Span, Type);

/// <summary>A name in a filter whose item is of unknown type: the item's entry of that name, or else the name outside.</summary>
internal sealed record BoundItemField(TextSpan Span, FeelType Type, BoundNode Item, string Name, BoundNode Outside) : BoundNode(Span, Type);
