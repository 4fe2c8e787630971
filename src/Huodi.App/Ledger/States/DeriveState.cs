using System.Text.Json;
using System.Text.Json.Nodes;
using Huodi.App.Cases;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.States;

/// <summary>From the entries about a subject to its states. What an authority found is an entry with its document; what is only
/// suspected is an article's answer; 闲置土地, 闲置存量土地 and 低效用地 stay three things.</summary>
public sealed class DeriveState(PolicyLibrary library, LoadedLedger declared)
{
    private const string NotYet = "not-yet";
    private const string Disposal = "处置中";

    private static readonly (string State, string Fact)[] Acts =
        [("闲置（已认定）", "已认定闲置"), ("低效（已认定）", "已认定低效用地"), (Disposal, "闲置处置程序进行中")];

    /// <summary>The states on a day, as known at a moment.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="lawAsOf">The day whose law answers; null to let the legal facts decide.</param>
    public SubjectState Of(
        IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null, DateOnly? lawAsOf = null)
    {
        var subject = entries[0].Subject;
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        var facts = ledger.ToSheet().ToJson();
        var question = new Question(asOf, lawAsOf);
        var development = new DevelopmentStates(ledger, library, question).Derive();
        var ended = new ReadCases(library, declared).Of(entries, asOf, knownAsOf).LastOrDefault(c => c.Standing == CaseStanding.Ended);
        return new(subject, asOf, development, [.. Acts.Select(a => a.State == Disposal && ended is not null ? Ended(ended) : Act(a.State, a.Fact, ledger)), .. declared.States.Select(r => Suspicion(r, subject, facts, question))]);
    }

    /// <summary>A case that an article ended goes on no more, whatever the last step said.</summary>
    private static DerivedState Ended(CaseFile file)
    {
        var end = file.End!; // An ended case has its end.
        var causes = string.Join("、", end.Entries.Select(e => $"第 {e.Number} 条登记，{e.Draft.Document.Name}"));
        return new(Disposal, false, [new($"案件 {file.Number} 自 {end.Day:yyyy-MM-dd} 起终止（{end.Answer.Article}；{causes}）", [.. end.Entries.Select(e => e.Number)], end.Answer.Decision)], [], []);
    }

    private static DerivedState Act(string state, string fact, SubjectProjection ledger)
    {
        if (ledger.Find(fact) is not { } known)
        {
            var problems = ledger.Problems.Where(p => p.Fact == fact).Select(p => new StateReason(p.Message, p.Entries)).ToList();
            return problems.Count > 0 ? new(state, null, problems, [fact], []) : new(state, false, [new("台账里没有这项认定或者程序的登记", [])], [], []);
        }

        var entry = known.Entries[^1];
        var reason = new StateReason($"第 {entry.Number} 条登记，{entry.Happened:yyyy-MM-dd}，{entry.Draft.Document.Name}", [entry.Number]);
        return new(state, known.Value.GetValueKind() == JsonValueKind.True, [reason], [], []);
    }

    private DerivedState Suspicion(StateRule rule, LedgerSubject subject, JsonObject facts, Question question)
    {
        var division = SubjectPlace.Of(subject, facts);
        var asked = rule.Decisions.Select(d => library.FindDecision(d)!) // Loaded rules name decisions that are there.
            .Where(d => library.Packages.Any(p => p.Articles.Any(a => a.Decisions.Contains(d)) && (p.Region == DivisionCode.Country || (division is { } at && p.Region.Contains(at)))))
            .Select(d => library.Evaluate(d.Id, facts, question)).ToList();
        var reasons = asked.Select(a => new StateReason($"{a.Article}（{a.Decision}）：{a.Outcome.Chinese()}{Details(a)}", [], a.Decision)).ToList();
        if (reasons.Count == 0) return new(rule.State, false, [new("所在地没有规定这种状态的政策", [])], [], []);
        if (asked.Exists(a => a.Outcome == Outcome.Met)) return new(rule.State, true, reasons, [], []);
        // The law of a day before the first that is carried is not known; a draft or an expired one is no law and decides nothing.
        var open = asked.Where(a => a.Outcome is Outcome.NeedsFacts or Outcome.NeedsDetermination || a is { Outcome: Outcome.NotInForce, Status: NotYet }).ToList();
        var missing = open.SelectMany(a => a.Missing.Select(m => m.Name).Concat(a.Determinations.Select(d => d.Fact))).Distinct(StringComparer.Ordinal).ToList();
        return new(rule.State, open.Count > 0 ? null : false, reasons, missing, []);
    }

    private static string Details(PolicyAnswer answer) => answer.Outcome switch
    {
        Outcome.NeedsFacts => $"，缺 {string.Join("、", answer.Missing.Select(m => m.Name))}",
        Outcome.NotInForce when answer.Status == NotYet => "，当日施行的规定不在法规库里",
        Outcome.NeedsDetermination => $"，{string.Join("；", answer.Determinations.Select(d => $"{d.Authority}认定：{d.Subject}"))}",
        _ => "",
    };
}
