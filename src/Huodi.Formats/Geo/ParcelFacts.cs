using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Geo;

/// <summary>Reads the properties of a feature as facts, each in the type the dictionary gives it.</summary>
internal sealed class ParcelFacts(GeoProfile profile, FactDictionary dictionary, ImportRequest request)
{
    private readonly HashSet<string> _own = [.. profile.ParcelId, .. profile.ParcelName, .. profile.ParcelDivision];

    public FactSheet Read(GeoFeature feature, Findings findings)
    {
        var facts = new List<RecordedFact>();
        foreach (var property in feature.Properties.Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            if (dictionary.Find(property.Name) is not { } definition)
            {
                if (!_own.Contains(property.Name))
                {
                    findings.Warning(property.Name, "FACT_UNKNOWN", $"“{property.Name}”不是事实词典里的名称，没有读取。", "改用词典里的名称，或在词典中登记。");
                }
            }
            else if (facts.Exists(f => f.Name == property.Name))
            {
                findings.Error(property.Name, "FACT_TWICE", $"“{property.Name}”写了两次。", "只留一个后重新导入。");
            }
            else if (Value(property.Value, definition) is { } value)
            {
                facts.Add(new(property.Name, value, new FactSource(0, request.File, feature.Row, property.Name)));
            }
            else
            {
                findings.Error(property.Name, "FACT_TYPE", $"“{property.Name}”写作 {property.Value.GetRawText()}，应为{Words(definition.Type)}。", "日期写作 \"2026-03-01\"，数不加引号，是否写作 true 或 false；未知的留空（null）。");
            }
        }

        return findings.HasErrors ? FactSheet.Empty : new FactSheet(facts);
    }

    private static JsonNode? Value(JsonElement value, FactDefinition definition)
    {
        var good = definition.Type switch
        {
            "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String && (definition.Allowed.Count == 0 || definition.Allowed.Contains(value.GetString() ?? "")),
            "date" => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
            var list when list.StartsWith("list", StringComparison.Ordinal) => value.ValueKind == JsonValueKind.Array,
            _ => true,
        };
        return good ? JsonNode.Parse(value.GetRawText()) : null;
    }

    private static string Words(string type) => type switch
    {
        "number" => "数",
        "boolean" => "是否（true 或 false）",
        "string" => "词典允许的文字",
        "date" => "日期",
        _ => "列表",
    };
}
