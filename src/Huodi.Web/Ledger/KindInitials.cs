using System.Text;

namespace Huodi.Web.Ledger;

/// <summary>Pinyin initials of the names of kinds: 缴款 is jk.</summary>
internal static class KindInitials
{
    // GB 2312 orders its first-level characters by pinyin; here is where each initial begins in its code.
    private static readonly (int From, char Initial)[] Begins =
    [
        (0xB0A1, 'a'), (0xB0C5, 'b'), (0xB2C1, 'c'), (0xB4EE, 'd'), (0xB6EA, 'e'), (0xB7A2, 'f'), (0xB8C1, 'g'), (0xB9FE, 'h'), (0xBBF7, 'j'),
        (0xBFA6, 'k'), (0xC0AC, 'l'), (0xC2E8, 'm'), (0xC4C3, 'n'), (0xC5B6, 'o'), (0xC5BE, 'p'), (0xC6DA, 'q'), (0xC8BB, 'r'), (0xC8F6, 's'),
        (0xCBFA, 't'), (0xCDDA, 'w'), (0xCEF4, 'x'), (0xD1B9, 'y'), (0xD4D1, 'z'),
    ];

    private const int End = 0xD7FA;

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!; // The provider has it.

    /// <summary>The initials; a character that has none stays out.</summary>
    public static string Of(string name) => string.Concat(name.Select(Of).Where(c => c is not null));

    /// <summary>Whether a name contains the text, or its initials do.</summary>
    public static bool Matches(string name, string text) =>
        name.Contains(text, StringComparison.OrdinalIgnoreCase) || Of(name).Contains(text, StringComparison.OrdinalIgnoreCase);

    private static char? Of(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return char.ToLowerInvariant(c);
        var bytes = Gb2312.GetBytes([c]);
        if (bytes is not [var high, var low]) return null;
        var code = (high << 8) | low;
        return code >= End ? null : Begins.LastOrDefault(b => b.From <= code) is { From: > 0 } found ? found.Initial : null;
    }
}
