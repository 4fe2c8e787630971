using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Huodi.Formats.Letters;

/// <summary>The words of a letter's .docx.</summary>
/// <param name="Text">A line a paragraph, as a letter's text is written.</param>
/// <param name="Keywords">Its keywords, in which the file carries the hash of the letter; may be empty.</param>
public sealed record LetterDocxText(string Text, string Keywords)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is not a .docx.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LetterDocxText Read(string path)
    {
        try
        {
            using var content = File.OpenRead(path);
            using var file = WordprocessingDocument.Open(content, false);
            var paragraphs = file.MainDocumentPart?.Document?.Body?.Elements<Paragraph>().Select(p => p.InnerText) ?? [];
            return new(string.Concat(paragraphs.Select(p => p + "\n")), file.PackageProperties.Keywords ?? "");
        }
        catch (Exception wrong) when (wrong is DocumentFormat.OpenXml.Packaging.OpenXmlPackageException or FileFormatException or System.Xml.XmlException)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} 不是 .docx 文件。", wrong);
        }
    }
}
