using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Clocks;
using Huodi.Policies;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Money;

/// <summary>The intervals behind damages by the day. The article gives the days; the clock lists them, and is shown only when it counts the same.</summary>
internal sealed class ExplainDamages(PolicyLibrary library)
{
    /// <summary>The reckoning, null when the intervals do not give the days of the article; and the agreed day.</summary>
    public (DefaultReckoning? Reckoning, DateOnly? Agreed) Of(DailyDamages rule, JsonObject facts, Question question)
    {
        var agreed = FactDay.Of(facts[rule.Agreed]);
        if (agreed is not { } from || FactDay.Of(library.Evaluate(rule.Until, facts, question).Value) is not { } until) return (null, agreed);
        var reckoning = DefaultClock.Run(from, until, Excluded(Items("不计入期间", rule.Excluded)), Changes(Items("权利主体变更", rule.Changes)), rule.ResetCause ?? "");
        var counted = library.Evaluate(rule.Days, facts, question).Value?.ToString();
        var agrees = decimal.TryParse(counted, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days == reckoning.Days;
        return (agrees ? reckoning : null, agreed);

        IEnumerable<JsonObject> Items(string fact, string? decision) =>
            (decision is null ? facts[fact] : library.Evaluate(decision, facts, question).Value) is JsonArray items ? items.OfType<JsonObject>() : [];
    }

    private static List<ExcludedPeriod> Excluded(IEnumerable<JsonObject> items) =>
        [.. items.Select(i => new ExcludedPeriod(Text(i, "原因"), Required(i, "起"), FactDay.Of(i["止"])))];

    private static List<HolderChange> Changes(IEnumerable<JsonObject> items) =>
        [.. items.Select(i => new HolderChange(Required(i, "日期"), Text(i, "原因")))];

    private static string Text(JsonObject item, string part) => item[part]?.ToString() ?? "";

    // The amount was given, so every interval has its first day.
    private static DateOnly Required(JsonObject item, string part) => FactDay.Of(item[part])!.Value;
}
