namespace Huodi.Policies.Letters;

/// <summary>A paragraph of a template.</summary>
/// <param name="Kind">What it becomes.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Pieces">Its words and names.</param>
/// <param name="Article">Article whose words stand here, all of them; empty for other paragraphs.</param>
/// <param name="Steps">Decision whose steps stand here, one a paragraph; empty for other paragraphs.</param>
internal sealed record LetterBlock(LetterParagraphKind Kind, int Line, IReadOnlyList<LetterPiece> Pieces, string Article, string Steps);
