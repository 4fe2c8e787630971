using System.Text;

namespace Huodi.Rules.Parsing;

/// <summary>
/// Finds full-width and typographic signs outside of strings, comments and declared names, and offers the corrected text.
/// </summary>
internal static class Typography
{
    /// <summary>Reports every such sign; whether there was one.</summary>
    public static bool Check(string text, int offset, ParseOptions options, ICollection<Diagnostic> diagnostics)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F')) return false;
        var found = new List<(int Position, string Replacement)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (SkipQuoted(text, ref i)) continue;
            if (options.Names.Match(text, i, out var end) is not null && end > i
                || (options.Fields.Match(text, i, out end) is not null && end > i))
            {
                i = end - 1;
            }
            else if (Replacement(text[i]) is { } replacement)
            {
                found.Add((i, replacement));
            }
        }

        if (found.Count == 0) return false;
        var corrected = Correct(text, found);
        foreach (var (position, replacement) in found)
        {
            diagnostics.Add(Faults.FullWidth(new TextSpan(offset + position, 1), text[position], replacement, corrected));
        }

        return true;
    }

    /// <summary>Moves over a string or a comment to its last character.</summary>
    private static bool SkipQuoted(string text, ref int i)
    {
        var end = text[i] switch
        {
            '"' => StringEnd(text, i),
            '/' when i + 1 < text.Length && text[i + 1] == '/' => text.IndexOf('\n', i),
            '/' when i + 1 < text.Length && text[i + 1] == '*' =>
                text.IndexOf("*/", i + 2, StringComparison.Ordinal) is var e && e >= 0 ? e + 1 : -1,
            _ => -2,
        };
        if (end == -2) return false;
        i = end < 0 ? text.Length - 1 : end;
        return true;
    }

    private static int StringEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i;
        }

        return -1;
    }

    private static string Correct(string text, List<(int Position, string Replacement)> found)
    {
        var corrected = new StringBuilder(text);
        for (var i = found.Count - 1; i >= 0; i--)
        {
            _ = corrected.Remove(found[i].Position, 1).Insert(found[i].Position, found[i].Replacement);
        }

        return corrected.ToString();
    }

    private static string? Replacement(char c) => c switch
    {
        '“' or '”' or '„' or '＂' or '「' or '」' => "\"",
        '‘' or '’' => "\"",
        '、' => ",",
        '。' => ".",
        '【' => "[",
        '】' => "]",
        '≤' or '≦' => "<=",
        '≥' or '≧' => ">=",
        '≠' => "!=",
        '×' or '∗' => "*",
        '÷' or '∕' => "/",
        '－' or '—' or '–' or '−' => "-",
        '…' => "..",
        '〜' or '～' => "..",
        '\u3000' => " ",
        >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
        _ => null,
    };
}
