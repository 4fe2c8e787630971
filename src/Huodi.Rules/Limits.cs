namespace Huodi.Rules;

/// <summary>
/// What untrusted text may cost. Compilation refuses text beyond the first three; evaluation stops with an error at the others.
/// </summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>UTF-16 units of one text.</summary>
    public int TextLength { get; init; } = 200_000;

    /// <summary>Levels of nesting of one text.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Rules of one table.</summary>
    public int TableRules { get; init; } = 100_000;

    /// <summary>Steps of one evaluation: rounds of loops, calls and items made.</summary>
    public long Steps { get; init; } = 20_000_000;

    /// <summary>UTF-16 units of a text that an evaluation makes.</summary>
    public int ResultLength { get; init; } = 10_000_000;

    /// <summary>Nested calls of functions in one evaluation.</summary>
    public int CallDepth { get; init; } = 400;
}
