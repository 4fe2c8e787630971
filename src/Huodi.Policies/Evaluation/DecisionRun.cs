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

    private static DecisionResult Work(CompiledDecision decision, PackageFacts view) => DecisionLogic.Result(decision, new Parts(decision, view));

    /// <summary>Evaluates each part when the logic asks for it.</summary>
    private sealed class Parts(CompiledDecision decision, PackageFacts view) : IDecisionParts
    {
        public IEnumerable<string> KnownNames => decision.Names.Where(n => view.Get(n).IsDecided && !decision.Package.Parameters.ContainsKey(n));

        public Answer Applies(int index) => decision.Applies[index].Expression.Evaluate(view);

        public Answer Condition(int index) => decision.Conditions[index].Expression.Evaluate(view);

        public Answer Value() => decision.Result?.Evaluate(view) ?? decision.Table!.Evaluate(view); // one of the two where the logic asks

        public Answer Needed(int index) => decision.Findings[index].IsNeeded(view);

        public Answer Found(int index) => view.Get(decision.Findings[index].Source.Finding.Fact);
    }
}
