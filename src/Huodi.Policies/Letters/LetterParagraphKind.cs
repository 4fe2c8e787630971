namespace Huodi.Policies.Letters;

/// <summary>What a paragraph of an official letter is; the layout follows from it.</summary>
public enum LetterParagraphKind
{
    /// <summary>主送机关: flush left, ends with a colon.</summary>
    Addressee,

    /// <summary>正文.</summary>
    Body,

    /// <summary>Heading inside the text, first level.</summary>
    Heading,

    /// <summary>Words of the law, quoted.</summary>
    Quotation,

    /// <summary>附件、抄送 and the like, below the date.</summary>
    Note,
}
