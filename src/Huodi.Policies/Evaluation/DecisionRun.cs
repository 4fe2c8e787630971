using Huodi.Policies.Answers;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>Runs decisions about one subject on one day of the law, each once.</summary>
internal sealed class DecisionRun(SubjectFacts facts, DateOnly lawDay, bool supposed)
{
    private readonly Dictionary<CompiledDecision, DecisionResult> _results = [];
    private readonly Dictionary<CompiledPackage, PackageFacts> _views = [];

    public SubjectFacts Facts => facts;

    public DateOnly LawDay => lawDay;

    /// <summary>What the expressions of a package see.</summary>
    public PackageFacts View(CompiledPackage package)
    {
        if (!_views.TryGetValue(package, out var view)) _views[package] = view = new(facts, package, lawDay, supposed, Decide);
        return view;
    }

    /// <summary>The result of a decision. Terms of packages are not looked at here.</summary>
    public DecisionResult Decide(CompiledDecision decision)
    {
        if (!_results.TryGetValue(decision, out var result)) _results[decision] = result = Work(decision, View(decision.Package));
        return result;
    }

    private static DecisionResult Work(CompiledDecision decision, PackageFacts view)
    {
        var open = new OpenPoints();
        if (open.AnyFalse(decision.Applies, view)) return new(Outcome.NotApplicable, null, [], null);
        var openToApply = open.Missing.ToList();
        if (open.AnyFalse(decision.Conditions, view))
            return openToApply.Count == 0 ? new(Outcome.NotMet, null, [], null) : new(Outcome.NeedsFacts, null, openToApply, open.Error);
        var value = decision.Source.IsEligibility ? Answer.Of(FeelValue.True) : decision.Result?.Evaluate(view) ?? decision.Table!.Evaluate(view);
        open.Note(value);
        foreach (var finding in decision.Findings)
        {
            var needed = finding.IsNeeded(view);
            open.Note(needed);
            if (!needed.IsTrue()) continue;
            var found = view.Get(finding.Source.Finding.Fact);
            open.Note(found);
            if (found.IsFalse())
                return new(decision.Source.IsEligibility ? Outcome.NotMet : Outcome.NotApplicable, null, [], null);
        }

        if (open.Missing.Count > 0)
        {
            var onlyFindings = open.Missing.All(decision.Package.Findings.ContainsKey);
            return new(onlyFindings ? Outcome.NeedsDetermination : Outcome.NeedsFacts, null, open.Missing, open.Error);
        }

        if (open.Error is not null) return new(Outcome.NeedsFacts, null, [.. decision.Names.Where(n => view.Get(n).IsDecided && !decision.Package.Parameters.ContainsKey(n))], open.Error);
        if (decision.Source.IsEligibility) return new(Outcome.Met, null, [], null);
        return value.Value.IsNull ? new(Outcome.NotApplicable, null, [], null) : new(Outcome.Value, value.Value, [], null);
    }

    /// <summary>Gathers what is missing; the law's order is the order of asking.</summary>
    private sealed class OpenPoints
    {
        public List<string> Missing { get; } = [];

        public string? Error { get; private set; }

        /// <summary>Whether a condition is decided and does not hold; all are evaluated, so that the answer can list them all.</summary>
        public bool AnyFalse(IReadOnlyList<CompiledCondition> conditions, PackageFacts view)
        {
            var failed = false;
            foreach (var condition in conditions)
            {
                var answer = condition.Expression.Evaluate(view);
                Note(answer);
                failed |= answer.IsNotTrue();
            }

            return failed;
        }

        public void Note(Answer answer)
        {
            if (answer.IsDecided) return;
            Error ??= answer.Error;
            foreach (var name in answer.Missing.Where(n => !Missing.Contains(n))) Missing.Add(name);
        }
    }
}
