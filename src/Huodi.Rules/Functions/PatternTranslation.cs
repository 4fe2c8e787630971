using System.Text;
using System.Text.RegularExpressions;

namespace Huodi.Rules.Functions;

/// <summary>Where regular expressions of XPath and .NET differ.</summary>
internal static partial class PatternTranslation
{
    /// <summary>The pattern in .NET's notation.</summary>
    /// <exception cref="ArgumentException">XPath has no such construct.</exception>
    public static string ToDotNet(string pattern, bool dotAll)
    {
        if (Unsupported().IsMatch(pattern)) throw new ArgumentException("Not a pattern of XPath.", nameof(pattern));
        var translated = new StringBuilder();
        var classes = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                if (classes > 0 && char.IsAsciiDigit(pattern[i + 1]))
                {
                    throw new ArgumentException("A reference in a class.", nameof(pattern));
                }
                _ = translated.Append(c).Append(pattern[++i]);
                continue;
            }

            if (c == '[') classes++;
            else if (c == ']' && classes > 0) classes--;
            _ = translated.Append(c == '.' && classes == 0 && !dotAll ? "[^\\n\\r]" : c.ToString());
        }

        return translated.ToString();
    }

    /// <summary>The replacement in .NET's notation; null where a dollar or a backslash stands alone.</summary>
    public static string? Replacement(string replacement, bool literal)
    {
        if (literal) return replacement.Replace("$", "$$", StringComparison.Ordinal);
        var translated = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            var c = replacement[i];
            var next = i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            if (c == '\\')
            {
                if (next is not ('\\' or '$')) return null;
                _ = translated.Append(next == '$' ? "$$" : "\\");
                i++;
            }
            else if (c == '$')
            {
                if (!char.IsAsciiDigit(next)) return null;
                _ = translated.Append("${").Append(next).Append('}');
                i++;
            }
            else
            {
                _ = translated.Append(c);
            }
        }

        return translated.ToString();
    }

    [GeneratedRegex(@"\(\?(?!:)|\\[AZzbBGuxk]|\{,")]
    private static partial Regex Unsupported();
}
