namespace Huodi.Rules;

/// <summary>A rule: its number as shown to people, its cells, and where the cells start in the source document.</summary>
public sealed record TableRule(int Number, IReadOnlyList<string> InputEntries, IReadOnlyList<string> OutputEntries)
{
    /// <summary>The offset of each input cell, so that diagnostics point into the document; empty counts as zero.</summary>
    public IReadOnlyList<int> InputStarts { get; init; } = [];

    /// <summary>The offset of each output cell.</summary>
    public IReadOnlyList<int> OutputStarts { get; init; } = [];
}
