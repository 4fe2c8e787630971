using System.Security.Cryptography;
using System.Text;

namespace Huodi.Policies.Letters;

/// <summary>A finished official letter: its words, apart from any file format.</summary>
/// <param name="Template">Id of the template, for example <c>cn-idle-land-2012/闲置土地调查通知书</c>.</param>
/// <param name="TemplateHash">SHA-256 of the template's text, lower-case hex.</param>
/// <param name="Title">标题.</param>
/// <param name="Issuer">发文机关.</param>
/// <param name="Number">发文字号.</param>
/// <param name="Date">成文日期 as documents write it, for example 2026年3月1日.</param>
/// <param name="Paragraphs">Everything between the title and the signature, then the notes below it.</param>
/// <param name="Receipts">Receipts of the answers whose figures it gives.</param>
public sealed record Letter(
    string Template,
    string TemplateHash,
    string Title,
    string Issuer,
    string Number,
    string Date,
    IReadOnlyList<LetterParagraph> Paragraphs,
    IReadOnlyList<string> Receipts)
{
    /// <summary>All words, a line a paragraph, in the order of the page; what is kept and hashed.</summary>
    public string Text => string.Join('\n',
    [
        Issuer,
        Number,
        Title,
        .. Paragraphs.Where(p => p.Kind != LetterParagraphKind.Note).Select(p => p.Text),
        Issuer,
        Date,
        .. Paragraphs.Where(p => p.Kind == LetterParagraphKind.Note).Select(p => p.Text),
    ]) + "\n";

    /// <summary><c>sha256:</c> and 64 hex digits over <see cref="Text"/> in UTF-8.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
