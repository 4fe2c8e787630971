using System.Text.Json.Nodes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Facts;

namespace Huodi.Web.Ledger.Api;

/// <summary>The declared shape of a kind as JSON Schema (2020-12).</summary>
internal static class KindSchema
{
    /// <summary>The kind with the schema of its fields.</summary>
    public static JsonObject Of(LedgerKind kind, FactDictionary dictionary) => new()
    {
        ["kind"] = kind.English,
        ["name"] = kind.Name,
        ["stage"] = kind.Stage,
        ["subjects"] = Texts(kind.Subjects.Select(s => new LedgerSubject(s, "-").Word)),
        ["articles"] = Texts(kind.Articles),
        ["evidence"] = kind.Evidence,
        ["note"] = kind.Note,
        ["fields"] = Fields(kind, dictionary),
    };

    /// <summary>The schema of the fields of a kind.</summary>
    public static JsonObject Fields(LedgerKind kind, FactDictionary dictionary) => new()
    {
        ["type"] = "object",
        ["title"] = kind.Name,
        ["additionalProperties"] = false,
        ["required"] = Texts(kind.Fields.Where(f => f.IsRequired).Select(f => f.Name)),
        ["properties"] = new JsonObject(kind.Fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, Fact(dictionary.Find(f.Name)!)))), // Fields of a loaded kind are in the dictionary.
    };

    private static JsonObject Fact(FactDefinition fact)
    {
        var schema = Shape(FactShape.TryParse(fact.Type)!, fact); // The dictionary was loaded, so its types are shapes.
        schema["title"] = fact.Name;
        if (fact.Note.Length > 0) schema["description"] = fact.Note;
        if (fact.Unit is { } unit) schema["x-unit"] = unit;
        return schema;
    }

    private static JsonObject Shape(FactShape shape, FactDefinition fact)
    {
        if (shape.Item is { } item) return new() { ["type"] = "array", ["items"] = Shape(item, fact) };
        if (shape.Fields.Count > 0)
        {
            return new()
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject(shape.Fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, Shape(f.Value, fact)))),
            };
        }

        return shape.Scalar switch
        {
            "date" => new() { ["type"] = "string", ["format"] = "date" },
            "string" when fact.Allowed.Count > 0 => new() { ["type"] = "string", ["enum"] = Texts(fact.Allowed) },
            _ => new() { ["type"] = shape.Scalar },
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
