namespace Huodi.Rules.Syntax;

/// <summary>A node of the tree that parsing gives: what was written, where; nothing is resolved yet.</summary>
internal abstract record SyntaxNode(TextSpan Span);

internal sealed record LiteralSyntax(TextSpan Span, FeelValue Value) : SyntaxNode(Span);

/// <summary><c>@"2024-01-01"</c>.</summary>
internal sealed record AtLiteralSyntax(TextSpan Span, string Text) : SyntaxNode(Span);

internal sealed record NameSyntax(TextSpan Span, string Name) : SyntaxNode(Span);

internal sealed record NegateSyntax(TextSpan Span, SyntaxNode Operand) : SyntaxNode(Span);

internal sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Span);

internal sealed record BetweenSyntax(TextSpan Span, SyntaxNode Value, SyntaxNode Low, SyntaxNode High) : SyntaxNode(Span);

internal sealed record InstanceOfSyntax(TextSpan Span, SyntaxNode Value, FeelType Type) : SyntaxNode(Span);

internal sealed record IfSyntax(TextSpan Span, SyntaxNode Condition, SyntaxNode Then, SyntaxNode Else) : SyntaxNode(Span);

/// <summary>A part of a larger expression that was not written: a place left empty by the model.</summary>
internal sealed record AbsentSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Text that could not be read; conformant mode evaluates it to null.</summary>
internal sealed record BrokenSyntax(TextSpan Span, string Reason) : SyntaxNode(Span);

/// <summary>A value that must be of a declared type (a typeRef of the model).</summary>
internal sealed record CoerceSyntax(TextSpan Span, SyntaxNode Value, FeelType Type) : SyntaxNode(Span);
