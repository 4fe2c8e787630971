namespace Huodi.Domain.Ledger;

/// <summary>What a ledger takes as text: what every store and every file can hold byte for byte.</summary>
internal static class LedgerText
{
    private const int Longest = 1000;

    /// <summary>One line that is not empty.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT.</exception>
    public static string Line(string what, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new DomainException("LEDGER_TEXT", $"{what}是空的，请填写。");
        if (text.Length > Longest) throw new DomainException("LEDGER_TEXT", $"{what}有 {text.Length} 字，最多 {Longest} 字，请缩短。");
        if (text.Any(char.IsControl)) throw new DomainException("LEDGER_TEXT", $"{what}里有换行或者不可见的控制字符，请删去。");
        if (text.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar))
            throw new DomainException("LEDGER_TEXT", $"{what}里有乱码，请按原件改正。");
        return text;
    }
}
