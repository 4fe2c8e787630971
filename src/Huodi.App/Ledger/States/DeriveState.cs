using Huodi.App.Cases;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Ledger;
using Huodi.Policies.Procedures;

namespace Huodi.App.Ledger.States;

/// <summary>From the entries about a subject to its states. What an authority found is an entry with its document; what is only
/// suspected is an article's answer; 闲置土地, 闲置存量土地 and 低效用地 stay three things.</summary>
public sealed class DeriveState(PolicyLibrary library, LoadedLedger declared)
{
    private const string NotYet = "not-yet";
    private const string Disposal = "处置中";
    private const string Running = "闲置处置程序进行中";

    private static readonly (string State, string Fact)[] Acts =
        [("闲置（已认定）", "已认定闲置"), ("低效（已认定）", "已认定低效用地"), (Disposal, Running)];

    /// <summary>The facts it reads.</summary>
    internal static IEnumerable<string> Facts => Acts.Select(a => a.Fact);

    /// <summary>The states on a day, as known at a moment.</summary>
    /// <param name="entries">All entries about the subject, at least one, in number order.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="knownAsOf">The moment; null for everything recorded.</param>
    /// <param name="lawAsOf">The day whose law answers; null to let the legal facts decide.</param>
    public SubjectState Of(
        IReadOnlyList<LedgerEntry> entries, DateOnly asOf, DateTimeOffset? knownAsOf = null, DateOnly? lawAsOf = null)
    {
        var ledger = FactProjection.Run(declared.Kinds, entries, asOf, knownAsOf);
        return Of(entries[0].Subject, ledger, new SingleAnswers(library, ledger), new(asOf, lawAsOf));
    }

    /// <summary>The same from what the ledger knows about the subject on that day and what the articles say about it.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="ledger">What the ledger knows: at least what <see cref="StateNeeds"/> asks for.</param>
    /// <param name="answers">What the articles say.</param>
    /// <param name="question">Day of the question and of the law.</param>
    public SubjectState Of(LedgerSubject subject, SubjectProjection ledger, ISubjectAnswers answers, Question question)
    {
        var development = new DevelopmentStates(ledger, answers, question).Derive();
        var ended = Ended(ledger, question.AsOf);
        var acts = Acts.Select(a => a.State == Disposal && ended is not null ? ended : Act(a.State, a.Fact, ledger));
        var place = SubjectPlace.Of(subject, ledger);
        return new(subject, question.AsOf, development, [.. acts, .. declared.States.Select(r => Suspicion(r, place, answers, question))]);
    }

    /// <summary>A disposal that an article ended goes on no more, whatever the last step or entry said; null where none was ended.</summary>
    private DerivedState? Ended(SubjectProjection ledger, DateOnly asOf)
    {
        var hasCase = ledger.Find(CaseField.OpenedOn) is not null;
        if (!hasCase && (ledger.Find(Running)?.Truth() != true || ledger.Find("已开工")?.Truth() == false)) return null;
        var (cases, entries) = (new ReadCases(library, declared), ledger.Entries.OrderBy(e => e.Number).ToList());
        if (hasCase) return cases.Of(entries, asOf).LastOrDefault(c => c.Standing == CaseStanding.Ended) is { } file ? Ended($"案件 {file.Number}", file.End!) : null; // An ended case has its end.
        return cases.EndOf(Running, entries, asOf) is { } end ? Ended("处置程序", end) : null;
    }

    private static DerivedState Ended(string what, CaseEnd end)
    {
        var causes = string.Join("、", end.Entries.Select(e => $"第 {e.Number} 条登记，{e.Draft.Document.Name}"));
        return new(Disposal, false, [new($"{what} 自 {end.Day:yyyy-MM-dd} 起终止（{end.Answer.Article}；{causes}）", [.. end.Entries.Select(e => e.Number)], end.Answer.Decision)], [], []);
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
        return new(state, known.Truth() == true, [reason], [], []);
    }

    private DerivedState Suspicion(StateRule rule, DivisionCode? place, ISubjectAnswers answers, Question question)
    {
        List<PolicyAnswer> Ask(IReadOnlyList<string> decisions) => [.. decisions.Where(d => library.GovernsDecision(d, place)).Select(d => answers.Of(d, question))];
        var (general, local) = (Ask(rule.Decisions), Ask(rule.Local).FindAll(a => a.Outcome != Outcome.NotInForce));
        var asked = local.Count > 0 ? local : general;
        var reasons = general.Concat(local).Select(a => new StateReason($"{a.Article}（{a.Decision}）：{a.Outcome.Chinese()}{Details(a)}", [], a.Decision)).ToList();
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
