using System.Globalization;

namespace Huodi.Rules.Parsing;

/// <summary>The classes of characters that FEEL text is made of.</summary>
internal static class FeelChars
{
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u180E';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsNameStart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (c > '\u007F' && (char.IsLetter(c) || char.IsSurrogate(c) || IsOther(c)));

    public static bool IsNamePart(char c) => IsNameStart(c) || IsDigit(c) || c is '\u00B7' or (>= '\u0300' and <= '\u036F')
        || (c > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);

    /// <summary>Signs that may stand inside a declared name.</summary>
    public static bool IsNameSign(char c) => c is '.' or '/' or '-' or '\'' or '+' or '*' or '’';

    private static bool IsOther(char c) =>
        c is (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF')
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.LetterNumber;
}
