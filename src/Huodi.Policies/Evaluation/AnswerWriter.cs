using Huodi.Policies.Answers;
using Huodi.Policies.Columns;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Evaluation;

/// <summary>Turns a decision's result into the contract's answer.</summary>
internal static class AnswerWriter
{
    public static PolicyAnswer Write(CompiledDecision decision, DecisionRun run, Question question, FactDictionary dictionary, string dictionaryHash, bool withReasons)
    {
        var package = decision.Package.Source;
        var answer = new PolicyAnswer
        {
            Decision = decision.Source.Id,
            ArticleId = decision.Article.Id,
            Article = decision.Article.Number,
            Package = package.Id,
            Outcome = Outcome.NotInForce,
            Status = package.StatusOn(run.LawDay),
        };
        if (!Answers(answer.Status, question)) answer = answer with { Notes = [package.WhyNotInForce(run.LawDay)] };
        else answer = Judged(answer, decision, run, dictionary, withReasons);
        answer = answer with { Receipt = Receipts.Of(answer, decision, run, question, dictionaryHash) };
        return withReasons && LegalDateWouldDecide(answer, decision, run, question) ? WithLegalDateMissing(answer, decision.Source.LegalFact!, dictionary) : answer; // Asked for decisions that have one.
    }

    /// <summary>Whether the law has expired for the day of the question, while nobody knows the day of the legal fact, which may lie in its term.</summary>
    private static bool LegalDateWouldDecide(PolicyAnswer answer, CompiledDecision decision, DecisionRun run, Question question) =>
        answer is { Outcome: Outcome.NotInForce, Status: "expired" }
        && question.LawAsOf is null
        && decision.Source.LegalFact is { } legal
        && !run.Facts.Get(legal).IsDecided
        && run.Decide(decision).Outcome != Outcome.NotApplicable;

    private static PolicyAnswer WithLegalDateMissing(PolicyAnswer answer, string legal, FactDictionary dictionary) => answer with
    {
        Missing = [new(legal, false, dictionary.Find(legal)?.Department ?? "")],
        Notes = [.. answer.Notes, $"缺“{legal}”：以提问之日看已经失效；如果{legal}在有效期内，本文件仍然适用。补充{legal}后可以判断。"],
    };

    /// <summary>A result as columns hold it.</summary>
    public static AnswerClass Class(CompiledDecision decision, DecisionResult result) => new(
        result.Outcome,
        result.Outcome == Outcome.Value ? Rounding.Apply(result.Value!, decision.Source.Unit) : null, // a value is there when the outcome says so
        [.. result.Missing.Where(n => !decision.Package.Findings.ContainsKey(n))],
        [.. result.Missing.Where(decision.Package.Findings.ContainsKey)]);

    /// <summary>An answer out of columns: without reasons, notes and receipt.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="answer">What it says.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="day">The day of the law.</param>
    /// <param name="dictionary">The dictionary.</param>
    public static PolicyAnswer Write(CompiledDecision decision, AnswerClass answer, Rules.FeelValue? value, DateOnly day, FactDictionary dictionary)
    {
        var status = decision.Package.Source.StatusOn(day);
        return new()
        {
            Decision = decision.Source.Id,
            ArticleId = decision.Article.Id,
            Article = decision.Article.Number,
            Package = decision.Package.Source.Id,
            Outcome = answer.Outcome,
            Status = status,
            Hypothetical = answer.Outcome != Outcome.NotInForce && status != "in-force",
            Value = value is null ? null : FactValues.Write(value),
            Unit = answer.Outcome == Outcome.Value ? decision.Source.Unit : null,
            Missing = answer.Missing.Count == 0 ? [] : [.. answer.Missing.Select(n => Missing(n, decision, dictionary))],
            Determinations = answer.Determinations.Count == 0 ? [] : [.. answer.Determinations.Select(n => decision.Package.Findings[n])],
            Approvals = answer.Outcome is Outcome.Met or Outcome.Value ? decision.Source.Approvals : [],
        };
    }

    /// <summary>The answer of a law that does not govern, as columns hold it.</summary>
    public static AnswerClass NotInForce { get; } = new(Outcome.NotInForce, null, [], []);

    /// <summary>Whether a package of that status answers the question.</summary>
    public static bool Answers(string status, Question question) => status != "explanatory" && (status == "in-force" || question.Hypothetical);

    private static PolicyAnswer Judged(PolicyAnswer answer, CompiledDecision decision, DecisionRun run, FactDictionary dictionary, bool withReasons)
    {
        var result = run.Decide(decision);
        var view = run.View(decision.Package);
        var open = result.Missing.Where(decision.Package.Findings.ContainsKey);
        return answer with
        {
            Outcome = result.Outcome,
            Hypothetical = answer.Status != "in-force",
            Value = result.Outcome == Outcome.Value ? FactValues.Write(Rounding.Apply(result.Value!, decision.Source.Unit)) : null,
            Unit = result.Outcome == Outcome.Value ? decision.Source.Unit : null,
            Reasons = withReasons ? new ReasonWriter(run).Write(decision) : [],
            Missing = [.. result.Missing.Where(n => !decision.Package.Findings.ContainsKey(n)).Select(n => Missing(n, decision, dictionary))],
            Determinations = [.. open.Select(n => decision.Package.Findings[n])],
            Approvals = result.Outcome is Outcome.Met or Outcome.Value ? decision.Source.Approvals : [],
            Notes = [.. Notes(decision, view), .. Contradictions(decision, run), .. result.Error is { } error ? [$"计算不能完成：{error}。请核对所列事实。"] : Array.Empty<string>()],
        };
    }

    private static MissingFact Missing(string name, CompiledDecision decision, FactDictionary dictionary) =>
        decision.Package.Parameters.TryGetValue(name, out var parameter)
            ? new(name, true, parameter.Source.Office)
            : new(name, false, dictionary.Find(name)?.Department ?? "");

    private static IEnumerable<string> Notes(CompiledDecision decision, PackageFacts view) => decision.Notes
        .Where(n => n.When is null || n.When.Evaluate(view).IsTrue())
        .Select(n => n.Text);

    private static IEnumerable<string> Contradictions(CompiledDecision decision, DecisionRun run) => run.Facts.Contradictions
        .Where(c => decision.ReachableFacts.Contains(c.Fact))
        .OrderBy(c => c.Fact, StringComparer.Ordinal)
        .Select(c => $"“{c.Fact}”与“{c.By}”互相矛盾，两者都按未知处理。");
}
