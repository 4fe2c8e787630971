using System.Globalization;
using System.Text;
using Huodi.Domain.Ledger;

namespace Huodi.Domain.Documents;

/// <summary>The file of a document: it is known by its SHA-256; its name is only a help to people.</summary>
public sealed record DocumentFile
{
    private const int LongestName = 200;
    private static readonly char[] Trimmed = [' ', '.', '\u3000'];

    /// <summary>Takes what a file is known by.</summary>
    /// <param name="name">Its name as sent; folders and characters that cannot be seen are taken away.</param>
    /// <param name="hash">SHA-256 in 64 lower-case hexadecimal digits.</param>
    /// <param name="size">Bytes, at least 1.</param>
    /// <exception cref="DomainException">LEDGER_DOCUMENT_HASH; DOCUMENT_EMPTY.</exception>
    public DocumentFile(string name, string hash, long size)
    {
        if (size < 1) throw new DomainException("DOCUMENT_EMPTY", $"文件“{NameOf(name)}”是空的（0 字节），没有存入。请选有内容的文件。");
        var named = new SourceDocument(NameOf(name), hash);
        (Name, Hash, Size) = (named.Name, hash, size);
    }

    /// <summary>Its name, without a folder.</summary>
    public string Name { get; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Bytes.</summary>
    public long Size { get; }

    /// <summary>A name that can be shown and written to a disk, whatever was sent: one line, no folder, nothing invisible.</summary>
    public static string NameOf(string sent)
    {
        var name = new StringBuilder();
        foreach (var rune in sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            // Format characters turn a name round, so that fdp.exe reads as exe.pdf.
            var isHidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!isHidden) _ = name.Append(rune == Rune.ReplacementChar || "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var plain = name.ToString().Trim(Trimmed);
        return plain.Length == 0 ? "未命名" : plain.Length <= LongestName ? plain : Shortened(plain);
    }

    private static string Shortened(string name)
    {
        var ending = Path.GetExtension(name) is { Length: <= 10 } told ? told : "";
        var kept = name[..(LongestName - ending.Length)];
        return (char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept).TrimEnd(Trimmed) + ending;
    }
}
