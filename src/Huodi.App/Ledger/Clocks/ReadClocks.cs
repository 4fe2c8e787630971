using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Cases;
using Huodi.Domain.Clocks;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Payments;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>Every deadline of a subject, worked out from the ledger and the articles that govern its place.</summary>
public sealed class ReadClocks(PolicyLibrary library, LoadedLedger declared)
{
    private const string Unknown = "不明";

    /// <summary>The clocks that run or ran on a day, as known at a moment; by last day, those without one at the end.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    public IReadOnlyList<ClockReading> Of(IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null)
    {
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        if (ledger.Find("已退出")?.Value.GetValueKind() == JsonValueKind.True) return [];
        var facts = ledger.ToSheet().ToJson();
        var place = SubjectPlace.Of(entries[0].Subject, facts);
        var ended = new ReadCases(library, declared).Of(entries, asOf, knownAsOf).Where(c => c.Standing is CaseStanding.Ended or CaseStanding.Closed)
            .SelectMany(c => c.Course!.Procedure.Steps.Select(s => s.Deadline)).ToHashSet(StringComparer.Ordinal); // Both have a course.
        var readings = declared.Clocks.Where(r => Runs(r, facts) && Governs(r, place) && !(ended.Contains(r.Due) && !Done(r, ledger, asOf).IsDone)).Select(r => Read(r, ledger, facts, asOf));
        return [.. readings.Concat(Instalments(ledger, asOf)).OrderBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Rule, StringComparer.Ordinal)];
    }

    /// <summary>The last day that a decision gives, moved behind days off where a clock of that decision says so.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="asOf">The day.</param>
    public (DateOnly? Due, IReadOnlyList<string> Missing, string Note) LastDay(string decision, JsonObject facts, DateOnly asOf) =>
        declared.Clocks.FirstOrDefault(c => c.Due == decision) is { } rule
            ? Due(rule, facts, asOf)
            : Due(new ClockRule(decision, decision, [], decision, decision, true, [], false, [], [], false, "", "没有声明这个期限是否顺延，未顺延。"), facts, asOf);

    private static bool Runs(ClockRule rule, JsonObject facts) => facts[rule.Start] is { } start && start.GetValueKind() != JsonValueKind.False;

    private bool Governs(ClockRule rule, DivisionCode? place) => !rule.IsDecision || library.Packages.Any(p =>
        p.Articles.Any(a => a.Decisions.Any(d => d.Id == rule.Due)) && (p.Region == DivisionCode.Country || (place is { } at && p.Region.Contains(at))));

    private ClockReading Read(ClockRule rule, SubjectProjection ledger, JsonObject facts, DateOnly asOf)
    {
        var (due, missing, note) = Due(rule, facts, asOf);
        var (isDone, done) = Done(rule, ledger, asOf);
        return Reading(rule, due, isDone, done, missing, note, asOf);
    }

    private static ClockReading Reading(ClockRule rule, DateOnly? due, bool isDone, DateOnly? done, IReadOnlyList<string> missing, string note, DateOnly asOf)
    {
        var left = due?.DayNumber - asOf.DayNumber;
        var warning = isDone || left is not > 0 ? "" : Warning(rule, due!.Value, asOf); // Days are left, so there is a last one.
        var status = (isDone, left) switch
        {
            (true, _) => done > due ? "逾期已办" : "已办",
            (_, null) => Unknown,
            (_, < 0) => "逾期",
            (_, 0) => "今日到期",
            _ => warning.Length > 0 ? "预警" : "未到期",
        };
        return new(rule.Id, rule.Name, due, done, status, isDone ? null : left, warning, missing, rule.Office, rule.Articles, note);
    }

    private static string Warning(ClockRule rule, DateOnly due, DateOnly asOf)
    {
        var stands = rule.WarningMonths.Where(m => asOf >= LegalPeriod.AddMonths(due, -m)).Select(m => $"提前{m}个月")
            .Concat(rule.WarningDays.Where(d => asOf >= due.AddDays(-d)).Select(d => $"提前{d}日"));
        return stands.LastOrDefault() ?? "";
    }

    private (DateOnly? Due, IReadOnlyList<string> Missing, string Note) Due(ClockRule rule, JsonObject facts, DateOnly asOf)
    {
        if (!rule.IsDecision) return (Day(facts[rule.Due]), Day(facts[rule.Due]) is null ? [rule.Due] : [], rule.Note);
        var answer = library.Evaluate(rule.Due, facts, new Question(asOf));
        if (answer.Outcome != Outcome.Value || Day(answer.Value) is not { } day)
        {
            var wanted = answer.Missing.Select(m => m.Name).Concat(answer.Determinations.Select(d => d.Fact)).Distinct(StringComparer.Ordinal).ToList();
            return (null, wanted, $"{answer.Outcome.Chinese()}。{rule.Note}");
        }

        if (!rule.Rolls) return (day, [], rule.Note);
        if (declared.Calendar.EndOfPeriod(day) is not { } end)
            return (day, [], $"没有 {day.Year} 年的休假日历，没有按民法典第二百零三条顺延，请复核。{rule.Note}");
        return (end, [], end == day ? rule.Note : $"{day:yyyy-MM-dd} 是法定休假日，顺延到 {end:yyyy-MM-dd}（民法典第二百零三条）。{rule.Note}");
    }

    private static (bool IsDone, DateOnly? Day) Done(ClockRule rule, SubjectProjection ledger, DateOnly asOf)
    {
        if (rule.DoneByPrice) return Settled(ledger);
        var isDone = false;
        foreach (var fact in rule.Done.Select(ledger.Find).OfType<ProjectedFact>())
        {
            if (Day(fact.Value) is { } day && day <= asOf) return (true, day);
            isDone |= fact.Value.GetValueKind() == JsonValueKind.True;
        }

        return (isDone, null);
    }

    /// <summary>Whether the whole price is paid, and when the last of it came in.</summary>
    private static (bool IsDone, DateOnly? Day) Settled(SubjectProjection ledger)
    {
        if (ledger.Find("出让价款总额") is not { } price || ledger.Find("已缴出让价款") is not { } paid) return (false, null);
        var owed = decimal.Parse(price.Value.ToJsonString(), CultureInfo.InvariantCulture) - decimal.Parse(paid.Value.ToJsonString(), CultureInfo.InvariantCulture);
        return owed <= 0 ? (true, paid.Entries.Max(e => e.Happened)) : (false, null);
    }

    private static IEnumerable<ClockReading> Instalments(SubjectProjection ledger, DateOnly asOf)
    {
        if (PaymentAccount.Of(ledger) is not { } account) yield break;
        foreach (var instalment in account.Instalments)
        {
            var rule = new ClockRule(
                $"付款计划/{instalment.Name}", $"缴款：{instalment.Name}", ["DL-19"], "付款计划", "付款计划", false, [], false, [], [30, 7], false, "自然资源主管部门", "");
            var owed = instalment.Outstanding;
            var note = owed > 0 ? $"应缴 {instalment.Amount:0.00} 元，尚欠 {owed:0.00} 元" : $"应缴 {instalment.Amount:0.00} 元，已缴清";
            yield return Reading(rule, instalment.Due, owed == 0, instalment.Settled, [], note, asOf);
        }
    }

    private static DateOnly? Day(JsonNode? value) =>
        DateOnly.TryParseExact(value?.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
