using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Policies.Facts;

namespace Huodi.App.Ledger;

/// <summary>What a person writes into a field, as the value that the dictionary's type asks for.</summary>
public static class FieldText
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy年M月d日", "yyyy/M/d"];

    /// <summary>The value; a text that is none of its type comes back as text, for the check to refuse with its words. Null for an empty one.</summary>
    public static JsonNode? Read(string text, FactDefinition fact)
    {
        text = text.Trim();
        if (text.Length == 0) return null;
        return fact.Type switch
        {
            "number" => Number(text) ?? JsonValue.Create(text),
            "boolean" => text switch
            {
                "是" or "true" => JsonValue.Create(true),
                "否" or "false" => JsonValue.Create(false),
                _ => JsonValue.Create(text),
            },
            "date" => JsonValue.Create(Day(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text),
            "list<string>" when text[0] != '[' => new JsonArray([.. text.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => (JsonNode)t)]),
            "string" => JsonValue.Create(text),
            _ => Json(text) ?? JsonValue.Create(text),
        };
    }

    /// <summary>A day as people write it: 2026-03-01, 2026年3月1日, 2026/3/1; null for anything else.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The number with the digits it was written with.</summary>
    private static JsonValue? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : null;

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
