namespace Huodi.Rules.Syntax;

/// <summary>A function that text or a model defines; without a body it is external and cannot be run here.</summary>
internal sealed record FunctionSyntax(TextSpan Span, IReadOnlyList<FeelParameter> Parameters, SyntaxNode? Body, FeelType? Result = null)
    : SyntaxNode(Span);

internal sealed record ArgumentSyntax(string? Name, SyntaxNode Value);

internal sealed record CallSyntax(TextSpan Span, SyntaxNode Callee, IReadOnlyList<ArgumentSyntax> Arguments) : SyntaxNode(Span)
{
    public bool IsNamed => Arguments.Count > 0 && Arguments[0].Name is not null;
}
