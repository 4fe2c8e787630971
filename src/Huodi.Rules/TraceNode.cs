namespace Huodi.Rules;

/// <summary>
/// One step of an evaluation: which piece of text it is, what it gave, and the steps it was computed from.
/// <paramref name="Rule"/> is the rule's number where the step is a rule of a table; parts that were never needed do not appear.
/// </summary>
public sealed record TraceNode(
    string Text,
    TextSpan Span,
    TraceKind Kind,
    Answer Answer,
    IReadOnlyList<TraceNode> Children,
    int? Rule = null);
