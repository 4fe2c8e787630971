using System.Text.RegularExpressions;

namespace Huodi.Rules.Functions;

/// <summary>Regular expressions of XPath (which FEEL uses), run by .NET's engine with a time limit.</summary>
internal static class Patterns
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>The compiled pattern; null where pattern or flags are not valid.</summary>
    public static Regex? Compile(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            switch (flag)
            {
                case 'i':
                    options |= RegexOptions.IgnoreCase;
                    break;
                case 's':
                    options |= RegexOptions.Singleline;
                    break;
                case 'm':
                    options |= RegexOptions.Multiline;
                    break;
                case 'x':
                    options |= RegexOptions.IgnorePatternWhitespace;
                    break;
                case 'q':
                    pattern = Regex.Escape(pattern);
                    break;
                default:
                    return null;
            }
        }

        if (flags.Contains('x', StringComparison.Ordinal)) pattern = WithoutSpace(pattern);
        try
        {
            return new Regex(PatternTranslation.ToDotNet(pattern, flags.Contains('s', StringComparison.Ordinal)), options & ~RegexOptions.IgnorePatternWhitespace, TimeLimit);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static bool? IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    public static string? Replace(Regex pattern, string text, string replacement, string flags)
    {
        if (PatternTranslation.Replacement(replacement, flags.Contains('q', StringComparison.Ordinal)) is not { } translated) return null;
        try
        {
            return pattern.IsMatch("") && text.Length > 0 ? null : pattern.Replace(text, translated);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    public static string[]? Split(Regex pattern, string text)
    {
        try
        {
            var parts = new List<string>();
            var from = 0;
            foreach (Match match in pattern.Matches(text))
            {
                parts.Add(text[from..match.Index]);
                from = match.Index + match.Length;
            }

            return [.. parts, text[from..]];
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The pattern without white space outside of character classes.</summary>
    private static string WithoutSpace(string pattern)
    {
        var inClass = false;
        return string.Concat(pattern.Where(c =>
        {
            inClass = c == '[' || (inClass && c != ']');
            return inClass || !char.IsWhiteSpace(c);
        }));
    }
}
