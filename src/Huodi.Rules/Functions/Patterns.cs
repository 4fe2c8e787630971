using System.Text.RegularExpressions;

namespace Huodi.Rules.Functions;

/// <summary>
/// Regular expressions of XPath (which FEEL uses), run by .NET's engine: in linear time, or (references to groups) with a time limit.
/// </summary>
internal static class Patterns
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(3);

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
            return Build(PatternTranslation.ToDotNet(pattern, flags.Contains('s', StringComparison.Ordinal)), options);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The engine that takes linear time, except for references to groups, which it does not know.</summary>
    private static Regex Build(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, TimeLimit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, TimeLimit);
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
