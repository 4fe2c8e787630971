using System.Globalization;

namespace Huodi.Domain.Geodesy;

/// <summary>One element of well-known text of a coordinate system (OGC 01-009, ISO 19162): a keyword and what stands in its brackets.</summary>
internal sealed record Wkt(string Keyword, IReadOnlyList<string> Values, IReadOnlyList<Wkt> Parts)
{
    private const int DeepestNesting = 32;

    /// <summary>The first value: a name.</summary>
    public string Name => Values.Count > 0 ? Values[0] : "";

    /// <summary>Reads a text; null when it is none.</summary>
    public static Wkt? TryParse(string text)
    {
        var at = 0;
        return Element(text, ref at, 0);
    }

    /// <summary>The first part with one of these keywords, or null.</summary>
    public Wkt? Part(params ReadOnlySpan<string> keywords)
    {
        foreach (var part in Parts)
        {
            foreach (var keyword in keywords)
            {
                if (part.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase)) return part;
            }
        }

        return null;
    }

    /// <summary>A value as a number, or null.</summary>
    public double? Number(int index) =>
        index < Values.Count && double.TryParse(Values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Wkt? Element(string text, ref int at, int depth)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        var keyword = text[start..at];
        Skip(text, ref at);
        if (keyword.Length == 0 || !char.IsAsciiLetter(keyword[0]) || depth > DeepestNesting || at >= text.Length || text[at] is not ('[' or '(')) return null;

        at++;
        var values = new List<string>();
        var parts = new List<Wkt>();
        while (at < text.Length)
        {
            Skip(text, ref at);
            if (at >= text.Length) return null;
            if (text[at] is ']' or ')')
            {
                at++;
                return new(keyword, values, parts);
            }

            if (text[at] == ',') at++;
            else if (text[at] == '"') values.Add(Quoted(text, ref at));
            else if (Bracketed(text, at) && Element(text, ref at, depth + 1) is { } part) parts.Add(part);
            else values.Add(Bare(text, ref at));
        }

        return null;
    }

    private static bool Bracketed(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        Skip(text, ref at);
        return at < text.Length && text[at] is '[' or '(';
    }

    private static string Quoted(string text, ref int at)
    {
        var end = text.IndexOf('"', at + 1);
        if (end < 0) end = text.Length;
        var value = text[(at + 1)..end];
        at = Math.Min(end + 1, text.Length);
        return value;
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or ']' or ')')) at++;
        return text[start..at].Trim();
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
