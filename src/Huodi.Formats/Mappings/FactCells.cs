using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Mappings;

/// <summary>Reads the cells of rows as facts by a mapping, each in the type and unit the dictionary gives it.</summary>
internal sealed class FactCells
{
    private readonly MappingProfile _profile = MappingProfile.Default;
    private readonly string _file;
    private readonly (int Place, ColumnMapping Mapping, FactDefinition Fact, MappingUnit? Unit)[] _columns;

    /// <exception cref="FileRefusedException">MAPPING_COLUMN, MAPPING_FACT, MAPPING_UNIT, MAPPING_TWICE: the mapping does not fit the file or the dictionary.</exception>
    public FactCells(LayerMapping mapping, IReadOnlyList<SourceColumn> columns, FactDictionary dictionary, string file)
    {
        _file = file;
        _columns = [.. mapping.Facts.Select(m => Column(m, columns, dictionary))];
        if (_columns.GroupBy(c => c.Fact.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FileRefusedException(
                "MAPPING_TWICE", $"{string.Join("、", twice.Select(c => c.Mapping.Column))} 都对应“{twice.Key}”，一个事实只能取自一列。", "在字段对应表中只留一列。");
        }
    }

    /// <summary>The facts of a row; what cannot be read is an error among the findings.</summary>
    public FactSheet Read(SourceFeature row, Findings findings)
    {
        var facts = new List<RecordedFact>(_columns.Length);
        foreach (var (place, mapping, fact, unit) in _columns)
        {
            var cell = row.Cells[place];
            if (cell.IsNull || IsBlank(cell)) continue;
            if (mapping.Values.Count > 0 && mapping.Values.TryGetValue(cell.Text.Trim(), out var translated)) cell = SourceValue.Of(translated);
            if (Value(cell, fact, unit) is { } value) facts.Add(new(fact.Name, value, new FactSource(0, _file, row.Row, mapping.Column)));
            else
            {
                findings.Error(
                    mapping.Column, "FACT_TYPE", $"“{mapping.Column}”写作“{Short(cell.Text)}”，应为{Words(fact)}。",
                    "按原始记录改正；写法不同而意思相同的，在字段对应表的“取值”里写明；未知的留空。");
            }
        }

        return findings.HasErrors ? FactSheet.Empty : new FactSheet(facts);
    }

    private (int Place, ColumnMapping Mapping, FactDefinition Fact, MappingUnit? Unit) Column(ColumnMapping mapping, IReadOnlyList<SourceColumn> columns, FactDictionary dictionary)
    {
        var place = Enumerable.Range(0, columns.Count).FirstOrDefault(i => columns[i].Name == mapping.Column, -1);
        if (place < 0) throw new FileRefusedException("MAPPING_COLUMN", $"字段对应表里的列“{mapping.Column}”不在文件中。", $"文件的列：{string.Join("、", columns.Select(c => c.Name))}。");
        var fact = dictionary.Find(mapping.Fact)
            ?? throw new FileRefusedException("MAPPING_FACT", $"字段对应表里的事实“{mapping.Fact}”不在事实词典中。", "改用词典里的名称（huodi policy check 会列出），或先在词典中登记。");
        if (mapping.Unit is not { } unit || unit == fact.Unit) return (place, mapping, fact, null);
        return (place, mapping, fact, _profile.Unit(fact.Unit, unit)
            ?? throw new FileRefusedException("MAPPING_UNIT", $"“{fact.Name}”的单位是{fact.Unit ?? "（无）"}，不能从“{unit}”换算。",
                $"可用：{string.Join("、", _profile.Units.Where(u => u.Unit == fact.Unit).SelectMany(u => u.Names))}。"));
    }

    private JsonNode? Value(SourceValue cell, FactDefinition fact, MappingUnit? unit) => fact.Type switch
    {
        "number" => Number(cell, unit),
        "boolean" => Truth(cell) is { } truth ? JsonValue.Create(truth) : null,
        "date" => Day(cell) is { } day ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
        "string" => cell.Kind is not (SourceKind.Json or SourceKind.Boolean) && cell.Text.Trim() is var text && (fact.Allowed.Count == 0 || fact.Allowed.Contains(text))
            ? JsonValue.Create(text)
            : null,
        _ => List(cell, fact),
    };

    private JsonValue? Number(SourceValue cell, MappingUnit? unit)
    {
        if (!cell.TryNumber(out var number))
        {
            const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (cell.Kind != SourceKind.Text || !decimal.TryParse(cell.Text.Trim(), Plain, CultureInfo.InvariantCulture, out number)) return null;
        }

        if (unit is null) return JsonValue.Create(number);
        try
        {
            var converted = number * unit.Numerator / unit.Denominator;
            if (unit.Denominator != 1) converted = decimal.Round(converted, _profile.Places, MidpointRounding.AwayFromZero);
            return JsonValue.Create(converted / 1.000000000000000000000000000m); // the division drops trailing zeros
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private bool? Truth(SourceValue cell) => cell.TryBoolean(out var truth) ? truth
        : _profile.Yes.Contains(cell.Text.Trim(), StringComparer.OrdinalIgnoreCase) ? true
        : _profile.No.Contains(cell.Text.Trim(), StringComparer.OrdinalIgnoreCase) ? false
        : null;

    private DateOnly? Day(SourceValue cell) => cell.TryDate(out var day) ? day
        : DateOnly.TryParseExact(cell.Text.Trim(), [.. _profile.Dates], CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day
        : null;

    private static JsonNode? List(SourceValue cell, FactDefinition fact)
    {
        try
        {
            var node = JsonNode.Parse(cell.Text);
            _ = FactValues.Read(node, fact);
            return node;
        }
        catch (Exception problem) when (problem is JsonException or FactsException)
        {
            return null;
        }
    }

    private bool IsBlank(SourceValue cell) =>
        cell.Kind == SourceKind.Text && (string.IsNullOrWhiteSpace(cell.Text) || _profile.Blanks.Contains(cell.Text.Trim()));

    private static string Short(string text) => Csv.SafeCell.Visible(text is { Length: > 40 } ? text[..40] + "…" : text);

    private static string Words(FactDefinition fact) => fact.Type switch
    {
        "number" => "数",
        "boolean" => "是否（是、否、true、false）",
        "date" => "日期（2026-03-01）",
        "string" when fact.Allowed.Count > 0 => $"“{string.Join("”“", fact.Allowed)}”之一",
        "string" => "文字",
        _ => $"{fact.Type} 形状的 JSON",
    };
}
