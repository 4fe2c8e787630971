using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>A list that entries give: items of single entries, and intervals matched from two.</summary>
internal sealed record StatedList(IReadOnlyList<StatedItem> Items, IReadOnlyList<JsonNode> Intervals)
{
    /// <summary>The list in the contract's form, by the day of each item.</summary>
    public JsonArray Node() =>
        new([.. Items.Select(i => (JsonNode)i.Node()).Concat(Intervals.Select(i => i.DeepClone())).OrderBy(Day).ThenBy(n => n.ToJsonString(), StringComparer.Ordinal)]);

    private static string Day(JsonNode item) => item is JsonObject map ? (map["起"] ?? map["日期"])?.ToJsonString() ?? "" : "";
}
