using System.Text;

namespace Huodi.Formats.Csv;

/// <summary>
/// Text made safe for a spreadsheet: what Excel would run as a formula gets an apostrophe in front, and control characters become
/// their visible pictures. <see cref="Original"/> takes the apostrophe off again, so that a corrected export reads as it was.
/// </summary>
internal static class SafeCell
{
    private const char Mark = '\'';

    public static string Of(string text)
    {
        var visible = Visible(text);
        return StartsFormula(visible.AsSpan().TrimStart(Mark)) ? Mark + visible : visible;
    }

    /// <summary>Control characters as their pictures, lone surrogates as the replacement character; line ends and tabs stay.</summary>
    public static string Visible(string text)
    {
        if (!text.Any(c => IsHidden(c) || char.IsSurrogate(c))) return text;

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.IsBmp && IsHidden((char)rune.Value)
                ? builder.Append(rune.Value < ' ' ? (char)('\u2400' + rune.Value) : '\uFFFD')
                : builder.Append(rune.ToString());
        }

        return builder.ToString();
    }

    public static string Original(string cell) =>
        cell.StartsWith(Mark) && StartsFormula(cell.AsSpan().TrimStart(Mark)) ? cell[1..] : cell;

    /// <summary>The cell as it stands in a CSV line: quoted where it must be.</summary>
    public static string Quoted(string text)
    {
        var safe = Of(text);
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 || safe.AsSpan().Trim().Length != safe.Length
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool StartsFormula(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '＝' or '＋' or '－' or '＠';

    private static bool IsHidden(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
