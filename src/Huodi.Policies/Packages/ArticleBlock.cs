namespace Huodi.Policies.Packages;

/// <summary>One fenced block of an article as it stands in the document.</summary>
/// <param name="Kind">Kind of block.</param>
/// <param name="RowIds">Catalogue rows the block handles, for example <c>DL-07a</c>; the article's id when the block names none.</param>
/// <param name="Text">Text of the block without its fence; for a table decision the table's Markdown follows.</param>
/// <param name="Line">Line of the fence in the document, from 1.</param>
public sealed record ArticleBlock(BlockKind Kind, IReadOnlyList<string> RowIds, string Text, int Line)
{
    /// <summary>True for a 仅文本 block that stands in for work still to be done; it handles nothing.</summary>
    public bool IsPending { get; init; }
}
