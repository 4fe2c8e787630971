namespace Huodi.Policies.Facts;

/// <summary>The shape of a fact's value as the dictionary writes it: <c>date</c>, <c>list&lt;number&gt;</c>, <c>list&lt;context&lt;原因: string, 起: date&gt;&gt;</c>.</summary>
/// <param name="Scalar">string, number, boolean or date; empty for a list or a context.</param>
/// <param name="Item">Shape of the items of a list, or null.</param>
/// <param name="Fields">Fields of a context in order; empty otherwise.</param>
public sealed record FactShape(string Scalar, FactShape? Item, IReadOnlyList<KeyValuePair<string, FactShape>> Fields)
{
    private static readonly string[] Scalars = ["string", "number", "boolean", "date"];

    /// <summary>Reads a shape; null when the text is none.</summary>
    public static FactShape? TryParse(string text)
    {
        text = text.Trim();
        if (Scalars.Contains(text)) return new(text, null, []);
        if (Inner(text, "list<") is { } item) return TryParse(item) is { } shape ? new("", shape, []) : null;
        if (Inner(text, "context<") is not { } fields) return null;
        var read = new List<KeyValuePair<string, FactShape>>();
        foreach (var field in TopLevel(fields))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || TryParse(field[(colon + 1)..]) is not { } shape) return null;
            read.Add(new(field[..colon].Trim(), shape));
        }

        return new("", null, read);
    }

    private static string? Inner(string text, string head) =>
        text.StartsWith(head, StringComparison.Ordinal) && text.EndsWith('>') ? text[head.Length..^1] : null;

    private static IEnumerable<string> TopLevel(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<') depth++;
            if (text[i] == '>') depth--;
            if (text[i] != ',' || depth > 0) continue;
            yield return text[start..i];
            start = i + 1;
        }

        yield return text[start..];
    }
}
