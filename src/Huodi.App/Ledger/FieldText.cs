using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.App.Ledger;

/// <summary>What a person writes into a field, as the value that the dictionary's type asks for.</summary>
public static partial class FieldText
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy年M月d日", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd"];

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

    /// <summary>Fields written as <c>名称=值</c>.</summary>
    /// <returns>The fields that can be read, and what is wrong with the others.</returns>
    public static (JsonObject Fields, IReadOnlyList<EntryFault> Faults) Pairs(IEnumerable<string> pairs, FactDictionary dictionary)
    {
        var (fields, faults) = (new JsonObject(), new List<EntryFault>());
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at < 1 ? "" : pair[..at].Trim();
            if (at < 1) faults.Add(new("LEDGER_FIELD_TEXT", "", $"字段“{pair}”写法不对。", "写成 名称=值，例如 缴款金额=500000.00。"));
            else if (dictionary.Find(name) is { } fact) fields[name] = Read(pair[(at + 1)..], fact);
            else faults.Add(new("FACT_UNKNOWN", name, $"词典里没有“{name}”。", NearestName.To(name, dictionary.Names) is { } near ? $"是否为“{near}”？" : "用 huodi ledger kinds 看可用的字段。"));
        }

        return (fields, faults);
    }

    /// <summary>A day as people write it: 2026-03-01, 2026年3月1日, 2026/3/1, 2026.3.1, 20260301; null for anything else.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The number with the digits it was written with; 12,288,003.84 is read without its separators, 1,22 is no number.</summary>
    private static JsonValue? Number(string text) =>
        decimal.TryParse(Grouped().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number) : null;

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();

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
