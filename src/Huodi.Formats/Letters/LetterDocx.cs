using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Huodi.Policies.Letters;

namespace Huodi.Formats.Letters;

/// <summary>
/// Writes an official letter as .docx in the layout of GB/T 9704—2012 《党政机关公文格式》: A4, the text area of 156 mm × 225 mm with 22 lines
/// of 28 characters, red issuer and line, title in 2号小标宋, text in 3号仿宋, page numbers outside.
/// </summary>
public static class LetterDocx
{
    /// <summary>Writes the letter. The document's keywords carry the letter's hash, so that a printed and a kept text can be compared.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="to">A stream that can be written and sought.</param>
    public static void Write(Letter letter, Stream to)
    {
        using var file = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        file.PackageProperties.Title = LetterRuns.Clean(letter.Title);
        file.PackageProperties.Creator = LetterRuns.Clean(letter.Issuer);
        file.PackageProperties.Keywords = letter.Hash;

        var main = file.AddMainDocumentPart();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        main.AddNewPart<StyleDefinitionsPart>().Styles = LetterLayout.Styles();
        main.AddNewPart<FontTablePart>().Fonts = LetterLayout.FontTable();
        var odd = Footer(main, JustificationValues.Right);
        var even = Footer(main, JustificationValues.Left);
        main.Document = new Document(new Body([.. Content(letter), LetterLayout.Section(odd, even)]));
    }

    private static IEnumerable<OpenXmlElement> Content(Letter letter)
    {
        yield return LetterLayout.Issuer(letter.Issuer);
        yield return LetterLayout.Paragraph("文号", letter.Number);
        yield return LetterLayout.Paragraph("标题", letter.Title);
        var text = letter.Paragraphs.Where(p => p.Kind != LetterParagraphKind.Note).ToList();
        for (var i = 0; i < text.Count; i++) yield return LetterLayout.Paragraph(Style(text[i].Kind), text[i].Text, isLast: i == text.Count - 1);
        foreach (var line in LetterLayout.Signature(letter.Issuer, letter.Date)) yield return line;
        foreach (var note in letter.Paragraphs.Where(p => p.Kind == LetterParagraphKind.Note)) yield return LetterLayout.Paragraph("附注", note.Text);
    }

    private static string Style(LetterParagraphKind kind) => kind switch
    {
        LetterParagraphKind.Addressee => "主送",
        LetterParagraphKind.Heading => "层次标题",
        LetterParagraphKind.Quotation => "引文",
        _ => "正文段",
    };

    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(LetterLayout.PageNumber(side));
        return main.GetIdOfPart(part);
    }
}
