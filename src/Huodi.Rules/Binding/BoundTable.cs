namespace Huodi.Rules.Binding;

/// <summary>
/// An input column: its expression (with the scale already applied to the cells), the local that holds its value, what is allowed.
/// </summary>
internal sealed record BoundColumn(string Label, BoundNode Expression, int Local, BoundIn? Allowed);

internal sealed record BoundOutput(string Name, FeelType Type, IReadOnlyList<FeelValue>? Priorities, BoundIn? Allowed, int AllowedLocal,
    BoundNode? Default);

/// <summary>A rule: one test a column (null means <c>-</c>), one value an output.</summary>
internal sealed record BoundRule(int Number, IReadOnlyList<BoundIn?> Cells, IReadOnlyList<BoundNode> Outputs);

internal sealed record BoundTable(
    TextSpan Span,
    FeelType Type,
    TableSource Source,
    IReadOnlyList<BoundColumn> Columns,
    IReadOnlyList<BoundOutput> Outputs,
    IReadOnlyList<BoundRule> Rules) : BoundNode(Span, Type);
