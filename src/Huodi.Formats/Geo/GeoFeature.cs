using System.Text.Json;

namespace Huodi.Formats.Geo;

/// <summary>One feature of a collection while it is read.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Json">The whole feature; lives only as long as it is read.</param>
internal sealed record GeoFeature(int Row, JsonElement Json)
{
    /// <summary>The feature's own <c>id</c> as text, or an empty text.</summary>
    public string Id => Text(Member("id"));

    /// <summary>The properties, or nothing.</summary>
    public IEnumerable<JsonProperty> Properties =>
        Member("properties") is { ValueKind: JsonValueKind.Object } all ? all.EnumerateObject() : [];

    /// <summary>The geometry as it stands; of kind Undefined when there is none.</summary>
    public JsonElement Geometry => Member("geometry");

    /// <summary>The first of these properties that holds a text or number; an empty text when none does.</summary>
    public string First(IEnumerable<string> names) => All(names).FirstOrDefault("");

    /// <summary>What these properties hold, in this order, blanks left out.</summary>
    public IEnumerable<string> All(IEnumerable<string> names) => names
        .Select(n => Properties.FirstOrDefault(p => p.NameEquals(n)).Value)
        .Select(Text)
        .Where(t => t.Length > 0);

    private JsonElement Member(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value : default;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
