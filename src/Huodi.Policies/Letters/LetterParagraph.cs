namespace Huodi.Policies.Letters;

/// <summary>A paragraph of a finished letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, without a line feed.</param>
public sealed record LetterParagraph(LetterParagraphKind Kind, string Text);
