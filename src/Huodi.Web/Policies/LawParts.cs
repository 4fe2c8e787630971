namespace Huodi.Web.Policies;

/// <summary>A paragraph of the law, or a table inside it.</summary>
/// <param name="Paragraph">The paragraph; null for a table.</param>
/// <param name="Rows">Cells of the table's rows; empty for a paragraph.</param>
public sealed record LawParts(string? Paragraph, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Splits the words of an article. Lines between strokes are a table, as in Markdown; what the source left as a single stroke is dropped.</summary>
    public static IReadOnlyList<LawParts> Of(string words)
    {
        var parts = new List<LawParts>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '|')
            {
                if (line.Any(c => c is not ('|' or '-' or ' ' or ':'))) rows.Add(Cells(line));
                continue;
            }

            EndTable(parts, rows);
            parts.Add(new LawParts(line, []));
        }

        EndTable(parts, rows);
        return parts;
    }

    private static void EndTable(List<LawParts> parts, List<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0) parts.Add(new LawParts(null, [.. rows]));
        rows.Clear();
    }

    private static string[] Cells(string line) => [.. line[1..].TrimEnd('|').Split('|').Select(c => c.Trim())];
}
