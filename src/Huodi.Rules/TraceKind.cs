namespace Huodi.Rules;

/// <summary>What a node of a trace is about.</summary>
public enum TraceKind
{
    Literal,
    Name,
    Operator,
    Condition,
    Call,
    Path,
    Filter,
    Iteration,
    Construction,
    Test,
    Table,
    Rule,
    Cell,
}
