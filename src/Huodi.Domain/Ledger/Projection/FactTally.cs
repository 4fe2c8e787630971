using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huodi.Domain.Ledger.Projection;

/// <summary>What all entries say about one fact, and the value that follows. The order in which they are added does not matter.</summary>
internal sealed class FactTally(string fact)
{
    private readonly List<(LedgerEntry Entry, JsonNode? Value)> _sets = [];
    private readonly List<(LedgerEntry Entry, decimal Figure)> _figures = [];
    private readonly List<(LedgerEntry Entry, JsonNode? Item)> _items = [];
    private readonly IntervalTally _intervals = new(fact);

    public void Set(LedgerEntry entry, JsonNode value) => _sets.Add((entry, value));

    public void End(LedgerEntry entry) => _sets.Add((entry, null));

    public void Add(LedgerEntry entry, decimal figure) => _figures.Add((entry, figure));

    public void List(LedgerEntry entry, JsonNode? item) => _items.Add((entry, item));

    public void Open(LedgerEntry entry, string matter, JsonNode cause) => _intervals.Open(entry, matter, cause);

    public void Close(LedgerEntry entry, string matter) => _intervals.Close(entry, matter);

    /// <summary>The value, or why there is none; neither when the last entry ended the fact.</summary>
    public (ProjectedFact? Fact, ProjectionProblem? Problem) Result()
    {
        if (_intervals.Problem() is { } problem) return (null, problem);
        if (_items.Count > 0 || _intervals.Any) return (Listed(), null);
        if (_figures.Count == 0) return Latest();
        return (Known(JsonValue.Create(_figures.Sum(f => f.Figure)), _figures.Select(f => f.Entry)), null);
    }

    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other) || (Number(one) is { } a && Number(other) is { } b && a == b);

    private static decimal? Number(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private (ProjectedFact? Fact, ProjectionProblem? Problem) Latest()
    {
        var day = _sets.Max(s => s.Entry.Happened);
        var last = _sets.Where(s => s.Entry.Happened == day).OrderBy(s => s.Entry.Number).ToList();
        if (last.Any(s => !IsSame(s.Value, last[0].Value)))
        {
            var said = string.Join("；", last.Select(s => $"第 {s.Entry.Number} 条登记{(s.Value is null ? "使它失效" : $"为 {s.Value.ToJsonString()}")}"));
            return (null, new("LEDGER_CONTRADICTION", fact, [.. last.Select(s => s.Entry.Number)], $"“{fact}”在 {day:yyyy-MM-dd} 有互相矛盾的登记（{said}），请核对原件，更正其中有误的一条。"));
        }

        return (last[0].Value is { } value ? Known(value, last.Select(s => s.Entry)) : null, null);
    }

    private ProjectedFact Listed()
    {
        var all = _items.Where(i => i.Item is not null).Select(i => i.Item!).Concat(_intervals.Items()); // Filtered in front.
        var ordered = all.OrderBy(Day).ThenBy(n => n.ToJsonString(), StringComparer.Ordinal).Select(n => n.DeepClone());
        return Known(new JsonArray([.. ordered]), _items.Select(i => i.Entry).Concat(_intervals.Entries));
    }

    private static string Day(JsonNode item) => item is JsonObject map ? (map["起"] ?? map["日期"])?.ToJsonString() ?? "" : "";

    private ProjectedFact Known(JsonNode value, IEnumerable<LedgerEntry> entries) => new(fact, value, [.. entries.OrderBy(e => e.Number)]);
}
