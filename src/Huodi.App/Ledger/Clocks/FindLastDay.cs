using System.Globalization;
using System.Text.Json.Nodes;
using Huodi.Domain.Clocks;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>The last day that a contract or an article gives a clock.</summary>
public sealed class FindLastDay(PolicyLibrary library, WorkCalendar calendar)
{
    /// <summary>The last day; null where the article is not about such land, so that the clock does not run.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="ledger">What the ledger knows about the subject.</param>
    /// <param name="answers">What the articles say about it.</param>
    /// <param name="began">The day of the first entry from which the clock runs.</param>
    /// <param name="asOf">The day of the question.</param>
    public LastDay? Of(ClockRule rule, SubjectProjection ledger, ISubjectAnswers answers, DateOnly began, DateOnly asOf)
    {
        if (!rule.IsDecision) return Agreed(rule.Due, ledger, rule.Note);
        var answer = answers.Of(rule.Due, new Question(asOf));
        var after = "";
        if (answer.Outcome == Outcome.NotInForce && LastDayInForce(rule.Due, answer, began) is { } end)
        {
            answer = answers.Of(rule.Due, new Question(asOf, LawAsOf: end));
            if (answer.Outcome != Outcome.NotInForce) after = $"条文有效期至 {end:yyyy-MM-dd}；期间在有效期内起算，依当时的规定。";
        }

        return Of(rule, answer, ledger) is { } last ? last with { Note = last.Note + after } : null;
    }

    /// <summary>The last day that an answer of the rule's decision gives; null where the article is not about such land.</summary>
    /// <param name="rule">A rule with a decision.</param>
    /// <param name="answer">The answer of its decision.</param>
    /// <param name="ledger">What the ledger knows about the subject.</param>
    public LastDay? Of(ClockRule rule, PolicyAnswer answer, SubjectProjection ledger) => answer.Outcome switch
    {
        Outcome.NotApplicable => null,
        Outcome.NotInForce when rule.Agreed is { } agreed && ledger.Find(agreed)?.Day() is not null => Agreed(agreed, ledger, rule.Note),
        Outcome.NotInForce => new(null, [], $"{PackageStatusNames.Chinese(answer.Status)}，不据以计算。{rule.Note}", InForce: false),
        Outcome.Value when rule.InWorkingDays => WorkingDays(rule, answer.Value, ledger),
        Outcome.Value when FactDay.Of(answer.Value) is { } day => Rolled(rule, day),
        _ => new(null, Wanted(answer), $"{answer.Outcome.Chinese()}。{rule.Note}"),
    };

    private static LastDay Agreed(string fact, SubjectProjection ledger, string note) =>
        ledger.Find(fact)?.Day() is { } day ? new(day, [], note) : new(null, [fact], note);

    private static List<string> Wanted(PolicyAnswer answer) =>
        [.. answer.Missing.Select(m => m.Name).Concat(answer.Determinations.Select(d => d.Fact)).Distinct(StringComparer.Ordinal)];

    /// <summary>The last day of a law that has expired, where the clock began under it: a period that began goes on by the law of its beginning.</summary>
    private DateOnly? LastDayInForce(string decision, PolicyAnswer answer, DateOnly began) =>
        answer.Status == "expired" && library.FindDecision(decision) is { LegalFact: null }
        && library.Packages.FirstOrDefault(p => p.Id == answer.Package) is { ValidTo: { } end } package
        && began <= end && !(began < package.ValidFrom) ? end : null;

    private LastDay Rolled(ClockRule rule, DateOnly day)
    {
        if (!rule.Rolls) return new(day, [], rule.Note);
        if (calendar.EndOfPeriod(day) is not { } end)
            return new(day, [], $"没有 {day.Year} 年的休假日历，没有按民法典第二百零三条顺延，请复核。{rule.Note}");
        return new(end, [], end == day ? rule.Note : $"{day:yyyy-MM-dd} 是法定休假日，顺延到 {end:yyyy-MM-dd}（民法典第二百零三条）。{rule.Note}");
    }

    private LastDay WorkingDays(ClockRule rule, JsonNode? value, SubjectProjection ledger)
    {
        if (ledger.Find(rule.Start)?.Day() is not { } start) return new(null, [rule.Start], rule.Note);
        if (!int.TryParse(value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days < 1)
            return new(null, [], $"工作日数“{value}”不是正整数。{rule.Note}");
        return calendar.AddWorkingDays(start, days) is { } end
            ? new(end, [], $"自 {start:yyyy-MM-dd} 次日起 {days} 个工作日，依国务院办公厅休假通知。{rule.Note}")
            : new(null, [], $"没有 {start.Year} 年或者次年的休假日历，工作日无法计算。{rule.Note}");
    }
}
