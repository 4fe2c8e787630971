using Huodi.Policies.Answers;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Words the steps of an answer: every condition with what came of it, the figures a result was worked out from, and the decisions it read.</summary>
internal sealed class ReasonWriter(DecisionRun run)
{
    /// <summary>The field of an interval that is null while the interval runs.</summary>
    private const string PeriodEnd = "止";

    private readonly List<Reason> _reasons = [];
    private readonly HashSet<CompiledDecision> _told = [];

    public IReadOnlyList<Reason> Write(CompiledDecision decision)
    {
        Tell(decision);
        return _reasons;
    }

    private void Tell(CompiledDecision decision)
    {
        if (!_told.Add(decision)) return;
        var view = run.View(decision.Package);
        foreach (var name in Needed(decision, view))
        {
            if (decision.Package.DecisionsByName.TryGetValue(name, out var other)) Tell(other);
        }

        var result = run.Decide(decision);
        foreach (var condition in decision.Applies.Concat(decision.Conditions)) _reasons.Add(Told(condition, decision, view));
        Findings(decision, view);
        if (decision.Source.IsEligibility) return;
        if (result.Outcome == Outcome.NotApplicable && decision.Applies.Any(c => c.Expression.Evaluate(view).IsNotTrue())) return;
        _reasons.Add(Calculated(decision, view, result));
    }

    /// <summary>Names that the answer really came from: branches that were excluded are not told.</summary>
    private static List<string> Needed(CompiledDecision decision, PackageFacts view)
    {
        var needed = new List<string>();
        foreach (var condition in decision.Applies) Visit(condition.Expression.Trace(view), needed);
        if (decision.Applies.Any(c => c.Expression.Evaluate(view).IsNotTrue())) return needed;
        foreach (var condition in decision.Conditions) Visit(condition.Expression.Trace(view), needed);
        if (decision.Result is { } result) Visit(result.Trace(view), needed);
        if (decision.Table is { } table) Visit(table.Trace(view), needed);
        return needed;
    }

    private static void Visit(TraceNode node, List<string> needed)
    {
        if (node.Kind == TraceKind.Name && !needed.Contains(node.Text)) needed.Add(node.Text);
        foreach (var child in node.Children) Visit(child, needed);
    }

    private static List<string> Visited(TraceNode node)
    {
        var names = new List<string>();
        Visit(node, names);
        return names;
    }

    private static Reason Told(CompiledCondition condition, CompiledDecision decision, PackageFacts view)
    {
        var trace = condition.Expression.Trace(view);
        var answer = trace.Answer;
        var figures = Figures(Visited(trace), view);
        var verdict = answer switch
        {
            { IsDecided: true } => answer.IsTrue() ? "成立" : "不成立",
            { Error: { } error } => $"不能计算：{error}",
            _ => $"缺{string.Join("、", answer.Missing)}",
        };
        return new(
            condition.Source.Rule,
            decision.Article.Id,
            Quote(condition.Source.Quote, decision),
            condition.Expression.Names,
            figures.Length > 0 ? $"{verdict}（{figures}）" : verdict,
            answer.IsDecided ? answer.IsTrue() : null);
    }

    private void Findings(CompiledDecision decision, PackageFacts view)
    {
        foreach (var rule in decision.Findings)
        {
            if (!rule.IsNeeded(view).IsTrue()) continue;
            var finding = rule.Source.Finding;
            var found = view.Get(finding.Fact);
            var text = found.IsDecided ? $"已认定（{Figures([finding.Fact], view)}）" : $"须由{finding.Authority}认定";
            _reasons.Add(new(finding.Subject, decision.Article.Id, Quote("", decision), [finding.Fact], text, found.IsDecided ? !found.IsFalse() : null));
        }
    }

    private static Reason Calculated(CompiledDecision decision, PackageFacts view, DecisionResult result)
    {
        var names = decision.Result?.Names ?? decision.Table!.Names;
        var figures = Figures(Visited(decision.Result?.Trace(view) ?? decision.Table!.Trace(view)), view);
        var unit = decision.Source.Unit;
        var outcome = result switch
        {
            { Outcome: Outcome.Value } => $"{Plain(Rounding.Apply(result.Value!, unit))}{(unit is null ? "" : " " + unit)}",
            { Error: { } error } => $"不能计算：{error}",
            { Missing.Count: > 0 } => $"缺{string.Join("、", result.Missing)}",
            _ => "没有对应的结果",
        };
        var how = decision.Result is { } expression ? expression.Text : RuleText(decision, view);
        return new(decision.Source.Name, decision.Article.Id, Quote(decision.Source.Quote, decision), names, $"{how} = {outcome}{(figures.Length > 0 ? $"（{figures}）" : "")}", null);
    }

    private static string RuleText(CompiledDecision decision, PackageFacts view)
    {
        var rules = decision.Table!.EvaluateWithRules(view).Rules;
        return rules.Count > 0 ? $"表第 {string.Join("、", rules)} 行" : "表";
    }

    /// <summary>The words quoted for a step; where the package quotes none, the whole article.</summary>
    private static string Quote(string quote, CompiledDecision decision) => quote.Length > 0 ? quote : decision.Article.Words;

    private static string Figures(IReadOnlyList<string> names, PackageFacts view) =>
        string.Join("；", names.Where(view.Knows).Select(n => (n, a: view.Get(n))).Where(p => p.a.IsDecided).Select(p => $"{p.n} = {Plain(p.a.Value)}"));

    private static string Plain(FeelValue value) => value.Kind switch
    {
        FeelKind.String => value.AsString(),
        FeelKind.Boolean => value.AsBoolean() ? "是" : "否",
        FeelKind.Date => value.AsDate().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        FeelKind.Null => "无",
        FeelKind.List => value.AsList().Count == 0 ? "无" : string.Join("，", value.AsList().Select(Plain)),
        FeelKind.Context => string.Join(" ", value.AsContext().Select(e => e.Key == PeriodEnd ? $"至{(e.Value.IsNull ? "今" : " " + Plain(e.Value))}" : Plain(e.Value))),
        _ => value.ToString(),
    };
}
