namespace Huodi.Rules.Syntax;

/// <summary><c>name in domain</c>, or <c>name in from..to</c> where <paramref name="To"/> is written.</summary>
internal sealed record IteratorSyntax(TextSpan Span, string Name, SyntaxNode Domain, SyntaxNode? To, FeelType? Type = null);

internal sealed record ForSyntax(TextSpan Span, IReadOnlyList<IteratorSyntax> Iterators, SyntaxNode Body) : SyntaxNode(Span);

/// <summary><c>some … satisfies …</c> or <c>every … satisfies …</c>.</summary>
internal sealed record QuantifiedSyntax(TextSpan Span, bool Every, IReadOnlyList<IteratorSyntax> Iterators, SyntaxNode Condition)
    : SyntaxNode(Span);
