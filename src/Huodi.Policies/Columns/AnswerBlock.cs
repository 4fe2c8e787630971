namespace Huodi.Policies.Columns;

/// <summary>The answers for the subjects of a block, one column a decision.</summary>
/// <param name="Facts">The subjects.</param>
/// <param name="Columns">The decisions of every package that governs where some subject of the block lies, in package and article order.</param>
public sealed record AnswerBlock(FactBlock Facts, IReadOnlyList<AnswerColumn> Columns);
