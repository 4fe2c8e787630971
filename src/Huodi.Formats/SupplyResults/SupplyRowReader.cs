using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;

namespace Huodi.Formats.SupplyResults;

/// <summary>Turns one row into a grant. Knows the rows read before it, so that a number is taken once.</summary>
internal sealed class SupplyRowReader(SupplyProfile profile, SupplyHeader header, ImportRequest request)
{
    private readonly SupplyCells _cells = new(profile, request.Today);
    private readonly SupplyChecks _checks = new(profile);
    private readonly SupplyPlaces _places = new(request.Districts, profile.Place);
    private readonly Dictionary<string, (int Line, IReadOnlyList<string> Cells)> _seen = new(StringComparer.Ordinal);

    /// <summary>The grant, or null when there is an error; every finding is recorded either way.</summary>
    public Grant? Read(IReadOnlyList<string> cells, int line, Findings findings)
    {
        var row = new SupplyRow(header, cells, line, request.File, findings);
        var number = Number(row);
        foreach (var column in profile.Columns)
        {
            _cells.Read(column, row);
            if (column.Column == profile.Identity && number is { } read) row.Record(profile.Identity, JsonValue.Create(read.ToString()), profile.Identity);
        }

        _checks.Check(row);
        if (number is { } known) _places.Check(row, known.Division);
        return number is { } good && !findings.HasErrors
            ? new(good.ToString(), row[profile.Name], good.Division, row[profile.Place], null, new FactSheet(row.Facts))
            : null;
    }

    private SupervisionNumber? Number(SupplyRow row)
    {
        var text = row[profile.Identity];
        if (text.Length == 0)
        {
            row.Findings.Error(
                profile.Identity, "SUPPLY_NUMBER_BLANK", "电子监管号是空的，下次导入时无法认出是不是同一宗供地。", "在土地市场动态监测与监管系统中查出电子监管号，填上后重新导入。");
            return null;
        }

        if (!SupervisionNumber.TryParse(text, out var number))
        {
            row.Findings.Error(
                profile.Identity, "SUPPLY_NUMBER_MALFORMED", $"电子监管号写作“{text}”，不是六位行政区划代码、四位年份、一个字母（A、B、C）和五位顺序号。", "对照合同或划拨决定书改正；分宗的写作“…-1”。");
            return null;
        }

        if (_seen.TryAdd(text, (row.Line, row.Cells))) return number;

        var (first, cells) = _seen[text];
        if (cells.SequenceEqual(row.Cells))
        {
            row.Findings.Error(profile.Identity, "SUPPLY_ROW_REPEATED", $"与第 {first} 行完全相同。", "重复的一行，删去即可。");
        }
        else
        {
            row.Findings.Error(
                profile.Identity, "SUPPLY_NUMBER_REPEATED", $"电子监管号 {text} 已在第 {first} 行出现，两行内容不同。", "查合同确定哪一行有误：改正其电子监管号，或删去错的一行。");
        }

        return null;
    }
}
