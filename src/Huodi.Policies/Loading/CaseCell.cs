using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Loading;

/// <summary>Reads a fact as officials write it in a case: 是、50000、2026-03-01、<c>政府原因 2025-01-01..2025-02-01；司法查封 2025-03-01..至今</c>.</summary>
internal static class CaseCell
{
    /// <summary>The value in the contract's form; null when the text does not fit the fact.</summary>
    public static JsonNode? Read(string cell, FactDefinition fact) => FactShape.TryParse(fact.Type) is { } shape ? Read(cell, shape) : null;

    private static JsonNode? Read(string cell, FactShape shape)
    {
        if (shape.Item is { } item)
        {
            if (cell == "无") return new JsonArray();
            var items = cell.Split('；', StringSplitOptions.TrimEntries).Select(c => Read(c, item)).ToList();
            return items.Contains(null) ? null : new JsonArray([.. items]);
        }

        return shape.Fields.Count > 0 ? Fields(cell, shape) : Scalar(cell, shape.Scalar);
    }

    private static JsonObject? Fields(string cell, FactShape shape)
    {
        var words = cell.Replace("..", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != shape.Fields.Count) return null;
        var map = new JsonObject();
        foreach (var (field, word) in shape.Fields.Zip(words))
        {
            var value = word == "至今" ? null : Read(word, field.Value);
            if (value is null && word != "至今") return null;
            map[field.Key] = value;
        }

        return map;
    }

    private static JsonValue? Scalar(string cell, string type) => type switch
    {
        "boolean" => cell switch { "是" => JsonValue.Create(true), "否" => JsonValue.Create(false), _ => null },
        "number" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : null,
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? JsonValue.Create(cell) : null,
        _ => JsonValue.Create(cell),
    };
}
