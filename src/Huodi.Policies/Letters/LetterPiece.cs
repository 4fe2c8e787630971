namespace Huodi.Policies.Letters;

/// <summary>A run of a template's paragraph: words as they stand, or a name whose value is put in.</summary>
/// <param name="Text">The words; empty for a name.</param>
/// <param name="Name">Fact, decision id or entry; empty for words.</param>
/// <param name="Form">How the value is written (日期, 大写, 金额, 面积); empty for its usual form.</param>
internal sealed record LetterPiece(string Text, string Name, string Form);
