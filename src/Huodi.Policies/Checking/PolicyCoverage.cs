using System.Globalization;
using System.Text;
using Huodi.Policies.Packages;

namespace Huodi.Policies.Checking;

/// <summary>Which rows of the catalogue (<c>rows.csv</c>) the packages handle, and how.</summary>
public static class PolicyCoverage
{
    /// <summary>Name of the catalogue file in the policies folder.</summary>
    public const string FileName = "rows.csv";

    /// <summary>Kinds of block from the strongest handling to the weakest, with their Chinese names.</summary>
    private static readonly (BlockKind Kind, string Name)[] Strength =
    [
        (BlockKind.Decision, "计算"),
        (BlockKind.Determination, "认定"),
        (BlockKind.Procedure, "程序"),
        (BlockKind.Register, "名录"),
        (BlockKind.TextOnly, "仅文本"),
    ];

    /// <summary>Reads the catalogue beside the packages and finds what handles each row.</summary>
    /// <exception cref="FileNotFoundException">The folder has no catalogue.</exception>
    public static IReadOnlyList<CoverageRow> Read(PolicyLibrary library, string folder)
    {
        var blocks = library.Packages
            .SelectMany(p => p.Articles.SelectMany(a => a.Blocks.SelectMany(b => b.RowIds.Select(r => (Row: r, Package: p, Block: b)))))
            .Where(b => b.Block.Kind != BlockKind.Parameters && !b.Block.IsPending)
            .ToLookup(b => b.Row, StringComparer.Ordinal);
        return [.. File.ReadLines(Path.Combine(folder, FileName)).Skip(1).Where(l => l.Length > 0).Select(Cells).Select(c => Row(c, blocks))];
    }

    /// <summary>The rows as the table of <c>docs/policies-status.md</c>.</summary>
    public static string ToMarkdown(IReadOnlyList<CoverageRow> rows)
    {
        var page = new StringBuilder("# How each row is handled\n\nMade by `./huodi policy coverage --markdown > docs/policies-status.md`.\n\n");
        _ = page.Append(CultureInfo.InvariantCulture, $"{rows.Count(r => r.Handling.Length > 0)} of {rows.Count} rows are handled, {rows.Count(r => r.Handling == Strength[0].Name)} of them computed.\n\n")
            .Append("| row | what it asks for | handled as | where |\n|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var gist = row.Gist.Replace("|", "\\|", StringComparison.Ordinal);
            _ = page.Append(CultureInfo.InvariantCulture, $"| {row.Row} | {gist} | {(row.Handling.Length > 0 ? row.Handling : "未处理")} | {(row.Place.Length > 0 ? "policies/" + row.Place : "")} |\n");
        }

        return page.ToString();
    }

    private static CoverageRow Row(string[] cells, ILookup<string, (string Row, PolicyPackage Package, ArticleBlock Block)> blocks)
    {
        foreach (var (kind, name) in Strength)
        {
            foreach (var (_, package, block) in blocks[cells[0]].Where(b => b.Block.Kind == kind && b.Package.Id == cells[1]))
                return new(cells[0], cells[1], cells[2], name, $"{package.File}:{block.Line}");
        }

        return new(cells[0], cells[1], cells[2], "", "");
    }

    private static string[] Cells(string line)
    {
        var cells = line.Split(',', 3);
        cells[2] = cells[2].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal);
        return cells;
    }
}
