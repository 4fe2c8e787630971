using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Tables;

/// <summary>Finds the header of a table: the first row that is filled like the fullest of the first rows and holds words only. Titles above it are skipped.</summary>
/// <param name="Names">Names of the columns; unique, none blank at the end.</param>
/// <param name="LastRow">The header's last row number; data come behind it.</param>
internal sealed record TableHeader(IReadOnlyList<string> Names, int LastRow)
{
    public const int RowsSearched = 20;
    private const double Fullness = 0.6;

    /// <param name="first">The first rows of the table.</param>
    /// <param name="span">How many rows the header takes where its cells are merged downwards, by its first row.</param>
    /// <exception cref="FileRefusedException">FILE_HEADER.</exception>
    public static TableHeader Find(IReadOnlyList<TableRow> first, Func<int, int>? span = null)
    {
        var most = first.Where(r => r.Fault is null).Select(Filled).DefaultIfEmpty(0).Max();
        var at = Enumerable.Range(0, first.Count).FirstOrDefault(i => Filled(first[i]) >= Math.Max(2, most * Fullness) && AreWords(first[i]), -1);
        if (at < 0)
        {
            throw new FileRefusedException("FILE_HEADER", "找不到表头：前几行里没有一行写满了列名。", "表头应在前 20 行内，每列一个名称，至少两列；数据紧接其下。");
        }

        var rows = Math.Max(1, span?.Invoke(first[at].Row) ?? 1);
        var parts = first.Skip(at).TakeWhile(r => r.Row < first[at].Row + rows).ToList();
        var names = NamesOf(parts);
        var twice = names.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new FileRefusedException("FILE_HEADER", $"表头中“{twice}”出现了两次，无法分辨。", "删去或改名多余的一列后重新导入。", first[at].Row, twice);
        }

        return new(names, first[at].Row + rows - 1);
    }

    private static List<string> NamesOf(List<TableRow> rows)
    {
        var width = rows.Max(r => r.Cells.Count);
        var names = new List<string>(width);
        var above = "";
        for (var column = 0; column < width; column++)
        {
            var cells = rows.Select(r => column < r.Cells.Count ? Clean(r.Cells[column].Text) : "").ToList();
            // A merged cell keeps its text in its first column; what is below it names the part.
            if (cells[0].Length > 0 || cells.All(c => c.Length == 0)) above = cells[0];
            else cells[0] = above;
            names.Add(string.Join('_', cells.Where(c => c.Length > 0).Distinct()));
        }

        while (names.Count > 0 && names[^1].Length == 0) names.RemoveAt(names.Count - 1);
        return [.. names.Select((n, i) => n.Length > 0 ? n : $"第{i + 1}列")];
    }

    private static int Filled(TableRow row) => row.Fault is null ? row.Cells.Count(c => !string.IsNullOrWhiteSpace(c.Text)) : 0;

    private static bool AreWords(TableRow row) => row.Cells.Where(c => !c.IsNull).All(c => c.Kind == SourceKind.Text && !double.TryParse(c.Text, out _));

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c != '\uFEFF')).Trim();
}
