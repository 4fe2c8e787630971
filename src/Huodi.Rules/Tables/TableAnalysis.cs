namespace Huodi.Rules;

/// <summary>
/// Where a table's rules overlap and where they leave gaps. Exact for cells that compare with constants;
/// <paramref name="Unanalysed"/> names the columns whose cells cannot be laid out on an axis.
/// Overlaps are listed for every hit policy; they are mistakes only where the policy is UNIQUE, or ANY with different outputs.
/// </summary>
public sealed record TableAnalysis(
    IReadOnlyList<TableOverlap> Overlaps,
    IReadOnlyList<TableGap> Gaps,
    IReadOnlyList<string> Unanalysed)
{
    /// <summary>Whether every column could be laid out, so that no overlap or gap was overlooked.</summary>
    public bool IsExact => Unanalysed.Count == 0;
}
