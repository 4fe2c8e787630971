using Huodi.Policies.Answers;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>How the answers of a decision's parts make its result; the one place that knows, for one subject and for columns.</summary>
internal static class DecisionLogic
{
    public static DecisionResult Result(CompiledDecision decision, IDecisionParts parts)
    {
        var open = new OpenPoints();
        if (open.AnyFalse(decision.Applies.Count, parts.Applies)) return new(Outcome.NotApplicable, null, [], null);
        IReadOnlyList<string> openToApply = open.Missing.Count == 0 ? [] : [.. open.Missing];
        if (open.AnyFalse(decision.Conditions.Count, parts.Condition))
            return openToApply.Count == 0 ? new(Outcome.NotMet, null, [], null) : new(Outcome.NeedsFacts, null, openToApply, open.Error);
        var value = decision.Source.IsEligibility ? Answer.Of(FeelValue.True) : parts.Value();
        open.Note(value);
        for (var i = 0; i < decision.Findings.Count; i++)
        {
            var needed = parts.Needed(i);
            open.Note(needed);
            if (!needed.IsTrue()) continue;
            var found = parts.Found(i);
            open.Note(found);
            if (found.IsFalse())
                return new(decision.Source.IsEligibility ? Outcome.NotMet : Outcome.NotApplicable, null, [], null);
        }

        if (open.Missing.Count > 0)
        {
            var onlyFindings = open.Missing.All(decision.Package.Findings.ContainsKey);
            return new(onlyFindings ? Outcome.NeedsDetermination : Outcome.NeedsFacts, null, open.Missing, open.Error);
        }

        if (open.Error is not null) return new(Outcome.NeedsFacts, null, [.. parts.KnownNames], open.Error);
        if (decision.Source.IsEligibility) return new(Outcome.Met, null, [], null);
        return value.Value.IsNull ? new(Outcome.NotApplicable, null, [], null) : new(Outcome.Value, value.Value, [], null);
    }

    /// <summary>Gathers what is missing; the law's order is the order of asking.</summary>
    private sealed class OpenPoints
    {
        public List<string> Missing { get; } = [];

        public string? Error { get; private set; }

        /// <summary>Whether a condition is decided and does not hold; all are evaluated, so that the answer can list them all.</summary>
        public bool AnyFalse(int count, Func<int, Answer> condition)
        {
            var failed = false;
            for (var i = 0; i < count; i++)
            {
                var answer = condition(i);
                Note(answer);
                failed |= answer.IsNotTrue();
            }

            return failed;
        }

        public void Note(Answer answer)
        {
            if (answer.IsDecided) return;
            Error ??= answer.Error;
            foreach (var name in answer.Missing)
            {
                if (!Missing.Contains(name)) Missing.Add(name);
            }
        }
    }
}
