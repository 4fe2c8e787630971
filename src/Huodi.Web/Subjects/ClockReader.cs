using System.Text.Json.Nodes;
using Huodi.Domain;
using Huodi.Domain.Clocks;
using Huodi.Domain.Facts;
using Huodi.Web.Evaluation;

namespace Huodi.Web.Subjects;

/// <summary>Reads the facts of a contract into a clock. A start that is neither dated nor denied leaves its days uncounted: unknown is not zero.</summary>
internal static class ClockReader
{
    private const string CourtDisposal = "人民法院处置";

    /// <summary>The clock; null when no date was agreed.</summary>
    public static ClockView? Read(FactSheet facts, DateOnly asOf)
    {
        if (Day(facts, "约定开工日期") is null && Day(facts, "约定竣工日期") is null) return null;
        var contract = Day(facts, "合同签订日期");
        try
        {
            var excluded = Items(facts, "不计入期间").Select(i => new ExcludedPeriod(Text(i, "原因"), Required(i, "起"), Day(i["止"]))).ToList();
            var changes = Items(facts, "权利主体变更").Select(i => new HolderChange(Required(i, "日期"), Text(i, "原因"))).ToList();
            ClockTrack?[] tracks =
            [
                Track(facts, "开工", asOf, excluded, changes),
                Track(facts, "竣工", asOf, excluded, changes),
            ];
            return new ClockView(asOf, [.. tracks.OfType<ClockTrack>()], excluded, changes, contract, "");
        }
        catch (DomainException broken)
        {
            return new ClockView(asOf, [], [], [], contract, broken.Message);
        }
    }

    private static ClockTrack? Track(
        FactSheet facts, string name, DateOnly asOf, List<ExcludedPeriod> excluded, List<HolderChange> changes)
    {
        if (Day(facts, $"约定{name}日期") is not { } agreed) return null;
        var actual = Day(facts, $"实际{name}日期");
        var happened = facts.Find($"已{name}")?.Value is JsonValue value && value.TryGetValue<bool>(out var known) ? known : (bool?)null;
        DateOnly? until = actual is { } day ? (day < asOf ? day : asOf) : happened == false || asOf <= agreed ? asOf : null;
        return until is { } last
            ? new ClockTrack(name, agreed, actual, DefaultClock.Run(agreed, last, excluded, changes, CourtDisposal), "")
            : new ClockTrack(name, agreed, null, null, happened == true ? $"已{name}，但实际{name}日期未知" : $"是否已{name}未知");
    }

    private static IEnumerable<JsonObject> Items(FactSheet facts, string name) =>
        facts.Find(name)?.Value is JsonArray items ? items.OfType<JsonObject>() : [];

    private static DateOnly? Day(FactSheet facts, string name) => Day(facts.Find(name)?.Value);

    private static DateOnly? Day(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && LegalCalendar.TryRead(text, out var day) ? day : null;

    private static DateOnly Required(JsonObject item, string key) =>
        Day(item[key]) ?? throw new DomainException("CLOCK_DATE", $"期间或变更缺少“{key}”，无法绘制时间轴。");

    private static string Text(JsonObject item, string key) =>
        item[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "原因不明";
}
