using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Clocks;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Damages;

/// <summary>Damages by the day from the ledger. The articles give the sum; the clock lists the intervals, and is shown only when it counts the same days.</summary>
public sealed class ReckonDamages(PolicyLibrary library, LoadedLedger declared)
{
    /// <summary>The sums that the policies of the place give, on a day, as known at a moment.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="lawAsOf">The day whose law answers; null to let the legal facts decide.</param>
    public IReadOnlyList<DamageAccount> Of(
        IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null, DateOnly? lawAsOf = null)
    {
        var facts = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf).ToSheet().ToJson();
        var place = SubjectPlace.Of(entries[0].Subject, facts);
        return [.. declared.Damages.Where(r => Governs(r, place)).Select(r => Reckon(r, facts, new(asOf, lawAsOf)))];
    }

    private bool Governs(DamageRule rule, DivisionCode? place) => library.Packages.Any(p =>
        p.Articles.Any(a => a.Decisions.Any(d => d.Id == rule.Amount)) && (p.Region == DivisionCode.Country || (place is { } at && p.Region.Contains(at))));

    private DamageAccount Reckon(DamageRule rule, JsonObject facts, Question question)
    {
        var answer = library.Evaluate(rule.Amount, facts, question);
        var agreed = Day(facts[rule.Agreed]);
        if (answer.Outcome != Outcome.Value || agreed is not { } from) return new(rule.Name, answer, null, agreed);
        if (Day(library.Evaluate(rule.Until, facts, question).Value) is not { } until) return new(rule.Name, answer, null, agreed);
        var reckoning = DefaultClock.Run(from, until, Excluded(facts), Changes(facts), rule.ResetCause ?? "");
        var counted = library.Evaluate(rule.Days, facts, question).Value?.ToString();
        var agrees = decimal.TryParse(counted, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days == reckoning.Days;
        return new(rule.Name, answer, agrees ? reckoning : null, agreed);
    }

    private static List<ExcludedPeriod> Excluded(JsonObject facts) =>
        [.. Items(facts, "不计入期间").Select(i => new ExcludedPeriod(Text(i, "原因"), Required(i, "起"), Day(i["止"])))];

    private static List<HolderChange> Changes(JsonObject facts) =>
        [.. Items(facts, "权利主体变更").Select(i => new HolderChange(Required(i, "日期"), Text(i, "原因")))];

    private static IEnumerable<JsonObject> Items(JsonObject facts, string name) => facts[name] is JsonArray items ? items.OfType<JsonObject>() : [];

    private static string Text(JsonObject item, string part) => item[part]?.ToString() ?? "";

    // The amount was given, so every interval has its first day.
    private static DateOnly Required(JsonObject item, string part) => Day(item[part])!.Value;

    private static DateOnly? Day(JsonNode? value) =>
        DateOnly.TryParseExact(value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
