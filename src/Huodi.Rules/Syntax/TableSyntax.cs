namespace Huodi.Rules.Syntax;

internal sealed record ColumnSyntax(TableInput Source, SyntaxNode Expression, SyntaxNode? Allowed);

internal sealed record OutputSyntax(TableOutput Source, SyntaxNode? Allowed, SyntaxNode? Default);

internal sealed record RuleSyntax(int Number, IReadOnlyList<SyntaxNode> Inputs, IReadOnlyList<SyntaxNode> Outputs);

internal sealed record TableSyntax(
    TextSpan Span,
    TableSource Source,
    IReadOnlyList<ColumnSyntax> Columns,
    IReadOnlyList<OutputSyntax> Outputs,
    IReadOnlyList<RuleSyntax> Rules) : SyntaxNode(Span);
