using System.Text.Json;

namespace Huodi.Formats.Geo;

/// <summary>One feature of a collection while it is read.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Json">The whole feature; lives only as long as it is read.</param>
internal sealed record GeoFeature(int Row, JsonElement Json)
{
    /// <summary>The feature's own <c>id</c> as text, or an empty text.</summary>
    public string Id => Json.TryGetProperty("id", out var id) ? Text(id) : "";

    /// <summary>The properties, or nothing.</summary>
    public IEnumerable<JsonProperty> Properties =>
        Json.TryGetProperty("properties", out var all) && all.ValueKind == JsonValueKind.Object ? all.EnumerateObject() : [];

    /// <summary>The first of these properties that holds a text or number; an empty text when none does.</summary>
    public string First(IEnumerable<string> names) => All(names).FirstOrDefault("");

    /// <summary>What these properties hold, in this order, blanks left out.</summary>
    public IEnumerable<string> All(IEnumerable<string> names) => names
        .Select(n => Properties.FirstOrDefault(p => p.NameEquals(n)).Value)
        .Select(v => v.ValueKind == JsonValueKind.Undefined ? "" : Text(v))
        .Where(t => t.Length > 0);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()?.Trim() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
