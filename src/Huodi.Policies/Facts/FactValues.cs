using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.Rules;

namespace Huodi.Policies.Facts;

/// <summary>Values between the contract's JSON and the rule engine, checked against the dictionary.</summary>
public static class FactValues
{
    private static readonly ConcurrentDictionary<string, FactShape> Shapes = new(StringComparer.Ordinal); // a dictionary has a dozen types

    /// <summary>Reads a value; JSON null is FEEL's null.</summary>
    /// <exception cref="FactsException">FACT_TYPE: the value is not of the type. FACT_VALUE: a text that is not among those allowed.</exception>
    public static FeelValue Read(JsonNode? value, FactDefinition fact)
    {
        var read = Read(value, Shapes.GetOrAdd(fact.Type, t => FactShape.TryParse(t) ?? throw new InvalidOperationException($"{fact.Name}: {t}")), fact);
        if (fact.Allowed.Count > 0 && read.Kind == FeelKind.String && !fact.Allowed.Contains(read.AsString()))
        {
            throw new FactsException("FACT_VALUE", fact.Name, $"“{fact.Name}”不能是“{read.AsString()}”。", $"可取：{string.Join("、", fact.Allowed)}。");
        }

        return read;
    }

    /// <summary>Writes a value in the contract's form; a number keeps the digits it has.</summary>
    public static JsonNode? Write(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => null,
        FeelKind.Number => JsonValue.Create(value.AsNumber()),
        FeelKind.Boolean => JsonValue.Create(value.AsBoolean()),
        FeelKind.String => JsonValue.Create(value.AsString()),
        FeelKind.Date => JsonValue.Create(value.AsDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FeelKind.List => new JsonArray([.. value.AsList().Select(Write)]),
        FeelKind.Context => new JsonObject(value.AsContext().Select(e => KeyValuePair.Create(e.Key, Write(e.Value)))),
        _ => JsonValue.Create(value.ToString()),
    };

    private static FeelValue Read(JsonNode? node, FactShape shape, FactDefinition fact)
    {
        if (node is null) return FeelValue.Null;
        if (shape.Item is { } item)
            return node is JsonArray array ? FeelValue.List(array.Select(n => Read(n, item, fact)).ToArray()) : throw Wrong(node, fact, "列表，例如 []");
        if (shape.Fields.Count > 0)
        {
            if (node is not JsonObject map) throw Wrong(node, fact, $"对象，含 {string.Join("、", shape.Fields.Select(f => f.Key))}");
            if (map.FirstOrDefault(e => shape.Fields.All(f => f.Key != e.Key)).Key is { } extra)
                throw new FactsException("FACT_FIELD", fact.Name, $"“{fact.Name}”里没有“{extra}”这一项。", $"可用：{string.Join("、", shape.Fields.Select(f => f.Key))}。");
            return FeelValue.Context(shape.Fields.Select(f => KeyValuePair.Create(f.Key, Read(map[f.Key], f.Value, fact))).ToArray());
        }

        return node is JsonValue value ? Scalar(value, shape.Scalar, fact) : throw Wrong(node, fact, shape.Scalar);
    }

    private static FeelValue Scalar(JsonValue value, string type, FactDefinition fact)
    {
        var kind = value.GetValueKind();
        return type switch
        {
            "boolean" when kind is JsonValueKind.True or JsonValueKind.False => FeelValue.Of(kind == JsonValueKind.True),
            "boolean" => throw Wrong(value, fact, "true 或 false"),
            "number" when kind == JsonValueKind.Number && Exact(value) is { } number => FeelValue.Of(number),
            "number" => throw Wrong(value, fact, "不加引号、不带单位的数字"),
            "date" when kind == JsonValueKind.String && Date(value.GetValue<string>()) is { } date => FeelValue.Of(date),
            "date" => throw Wrong(value, fact, "日期，写成 \"2026-03-01\""),
            "string" when kind == JsonValueKind.String => FeelValue.Of(value.GetValue<string>()),
            _ => throw Wrong(value, fact, "加引号的文字"),
        };
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The number as written, or null when a decimal cannot hold every digit of it.</summary>
    private static decimal? Exact(JsonValue value)
    {
        var text = value.ToJsonString();
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var digits = text.Split('e', 'E')[0].Count(char.IsAsciiDigit);
        return digits <= 28 ? number : null;
    }

    private static FactsException Wrong(JsonNode value, FactDefinition fact, string wanted) =>
        new("FACT_TYPE", fact.Name, $"“{fact.Name}”的值 {Short(value)} 不是{wanted}。", $"词典里它的类型是 {fact.Type}{(fact.Unit is { } unit ? $"，单位 {unit}" : "")}。");

    private static string Short(JsonNode value)
    {
        var text = value.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return text.Length <= 60 ? text : text[..57] + "…";
    }
}
