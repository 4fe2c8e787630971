using System.Collections.Frozen;
using Huodi.App.Imports;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;

namespace Huodi.Formats.SupplyResults;

/// <summary>The header of a supply-result table: which column stands where. Order is free; the leading columns of an export of refused rows are skipped.</summary>
internal sealed class SupplyHeader
{
    private readonly FrozenDictionary<string, int> _positions;

    private SupplyHeader(IReadOnlyList<string> cells, int skipped)
    {
        Cells = cells;
        Skipped = skipped;
        _positions = cells.Select((c, i) => (c, i)).ToFrozenDictionary(p => Normal(p.c), p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Header cells as written, without the leading columns.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>How many leading columns the file has.</summary>
    public int Skipped { get; }

    /// <exception cref="FileRefusedException">FILE_HEADER: columns are missing or stand twice.</exception>
    public static SupplyHeader Parse(CsvRecord record, SupplyProfile profile)
    {
        var all = record.Cells.Select(c => c.Trim().TrimStart('\uFEFF')).ToList();
        var skipped = all.Take(profile.LeadingColumns.Count).SequenceEqual(profile.LeadingColumns) ? profile.LeadingColumns.Count : 0;
        var cells = all.Skip(skipped).ToList();

        // A trailing comma in the header row gives an empty name; names that stand twice cannot be told apart.
        var twice = cells.GroupBy(Normal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new FileRefusedException("FILE_HEADER", $"表头中“{twice}”出现了两次，无法分辨。", "删去或改名多余的一列后重新导入。", record.Line, twice);
        }

        var missing = profile.Columns.Select(c => c.Column).Where(c => !cells.Select(Normal).Contains(Normal(c))).ToList();
        return missing.Count == 0
            ? new(cells, skipped)
            : throw new FileRefusedException("FILE_HEADER", $"表头缺少 {missing.Count} 列：{string.Join('、', missing)}。", Remedy(all), record.Line, missing[0]);
    }

    /// <summary>Position of a column of the profile.</summary>
    public int Position(string column) => _positions[Normal(column)];

    /// <summary>Columns that nothing reads.</summary>
    public IEnumerable<ImportDiagnostic> Unread(SupplyProfile profile, int line) => Cells
        .Where(c => profile.Columns.All(p => Normal(p.Column) != Normal(c)))
        .Select(c => new ImportDiagnostic(
            line, c, "FILE_COLUMN_UNREAD", ImportSeverity.Warning, $"“{c}”列不在供地结果的对应表中，没有读取。", "如需导入该列，请在对应表中登记它是哪个事实。"));

    private static string Remedy(List<string> cells) => cells.Count == 1 && cells[0].IndexOfAny(['\t', ';']) >= 0
        ? "各列似以制表符或分号分隔：请另存为以逗号分隔的“CSV UTF-8”。"
        : "请用中国土地市场网供地结果的完整表头（各列顺序不限）；确无内容的列留空，不要删去。";

    private static string Normal(string name) => name.Trim().Replace('（', '(').Replace('）', ')');
}
