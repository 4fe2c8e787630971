namespace Huodi.Rules.Syntax;

internal sealed record ListSyntax(TextSpan Span, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(Span);

internal sealed record ContextEntrySyntax(TextSpan Span, string Name, SyntaxNode Value);

/// <summary>A context; where <paramref name="Result"/> is written (boxed contexts), it is the value of the whole.</summary>
internal sealed record ContextSyntax(TextSpan Span, IReadOnlyList<ContextEntrySyntax> Entries, SyntaxNode? Result = null)
    : SyntaxNode(Span);

internal sealed record RangeSyntax(TextSpan Span, SyntaxNode Start, bool StartIncluded, SyntaxNode End, bool EndIncluded)
    : SyntaxNode(Span);

/// <summary><c>(&lt; 10)</c> as a value, <c>&lt; 10</c> as a test.</summary>
internal sealed record ComparisonRangeSyntax(TextSpan Span, BinaryOperator Operator, SyntaxNode Operand) : SyntaxNode(Span);

internal sealed record PathSyntax(TextSpan Span, SyntaxNode Source, string Name) : SyntaxNode(Span);

internal sealed record FilterSyntax(TextSpan Span, SyntaxNode Source, SyntaxNode Condition) : SyntaxNode(Span);

/// <summary><c>value in test</c> or <c>value in (test, test)</c>.</summary>
internal sealed record InSyntax(TextSpan Span, SyntaxNode Value, IReadOnlyList<SyntaxNode> Tests) : SyntaxNode(Span);

/// <summary>A cell: tests joined by comma, possibly negated; no tests mean <c>-</c>.</summary>
internal sealed record UnaryTestsSyntax(TextSpan Span, bool Negated, IReadOnlyList<SyntaxNode> Tests) : SyntaxNode(Span);
