using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Huodi.Formats.Letters;
using Huodi.Policies.Letters;
using Huodi.Testing;

namespace Huodi.Formats.Tests.Letters;

public sealed class LetterDocxTests
{
    private static readonly Letter Example = new(
        "t/试验函",
        new('0', 64),
        "关于缴纳未按期开工违约金的函",
        "某某市自然资源局",
        "某自然资函〔2026〕1号",
        "2026年3月1日",
        [
            new(LetterParagraphKind.Addressee, "示例置业有限公司："),
            new(LetterParagraphKind.Body, "正文<&>\"第一段\"，字数足够长，以便在一行排不下时换到下一行，看行距与首行缩进是否符合公文格式的要求。"),
            new(LetterParagraphKind.Heading, "一、计算依据"),
            new(LetterParagraphKind.Quotation, "土地出让合同未按期开、竣工违约金标准调整为国有建设用地使用权出让价款总额日0.2‰。"),
            new(LetterParagraphKind.Note, "抄送：无"),
        ],
        []);

    [Fact]
    public void Write_Letter_IsAValidDocumentWithEveryWord()
    {
        using var docx = Written(Example);
        using var file = WordprocessingDocument.Open(docx, isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var words = string.Concat(file.MainDocumentPart!.Document.Body!.ChildElements.Select(p => p.InnerText + "\n")); // Just written.
        Assert.Equal(Example.Text.TrimEnd(), words.TrimEnd());
        Assert.Equal(Example.Hash, file.PackageProperties.Keywords);
    }

    [Fact]
    public void Write_CharactersThatXmlCannotHold_AreReplaced()
    {
        using var docx = Written(Example with { Title = "甲\u0001乙\uD800丙" });
        using var file = WordprocessingDocument.Open(docx, isEditable: false);

        Assert.Contains("甲\uFFFD乙\uFFFD丙", file.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal); // Just written.
    }

    [Fact]
    public async Task Write_RenderedByLibreOffice_GivesAPdfWithTheText()
    {
        Assert.SkipUnless(LibreOffice.IsHere, LibreOffice.Needed);
        var folder = Directory.CreateTempSubdirectory("huodi-letter-");
        try
        {
            var path = Path.Combine(folder.FullName, "letter.docx");
            await LetterFile.WriteAsync(Example, path, TestContext.Current.CancellationToken);

            var words = await LibreOffice.WordsAsync(await LibreOffice.ToPdfAsync(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

            foreach (var line in Example.Text.Split('\n')) Assert.Contains(string.Concat(line.Where(c => !char.IsWhiteSpace(c))), words, StringComparison.Ordinal);
            Assert.Contains("—1—", words, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task WriteAsync_FileIsThere_IsKept()
    {
        var path = Path.GetTempFileName();
        try
        {
            await Assert.ThrowsAsync<IOException>(() => LetterFile.WriteAsync(Example, path, TestContext.Current.CancellationToken));

            Assert.Equal(0, new FileInfo(path).Length);
            Assert.False(File.Exists(path + ".part"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MemoryStream Written(Letter letter)
    {
        var docx = new MemoryStream();
        LetterDocx.Write(letter, docx);
        docx.Position = 0;
        return docx;
    }
}
