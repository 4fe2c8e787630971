namespace Huodi.Policies.Packages;

/// <summary>One article: the words of the law and what they compute.</summary>
/// <param name="Id">Id, for example <c>DL-10</c>.</param>
/// <param name="Number">Number as the law writes it, for example 第十条.</param>
/// <param name="Title">Heading after the number; may be empty.</param>
/// <param name="Words">The words of the law, complete and verbatim, paragraphs separated by a line feed.</param>
/// <param name="Chapter">Heading of the chapter it stands in; may be empty.</param>
/// <param name="Blocks">Blocks in the order of the document.</param>
/// <param name="Decisions">Decisions of this article, in the order of the document.</param>
/// <param name="Line">Line of the heading, from 1.</param>
public sealed record Article(
    string Id,
    string Number,
    string Title,
    string Words,
    string Chapter,
    IReadOnlyList<ArticleBlock> Blocks,
    IReadOnlyList<Decision> Decisions,
    int Line);
