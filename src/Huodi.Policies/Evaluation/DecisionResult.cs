using Huodi.Policies.Answers;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>What became of a decision, before it is worded.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">The value; null unless the outcome is a value.</param>
/// <param name="Missing">Facts, parameters and findings that would decide it.</param>
/// <param name="Error">What went wrong at run time, or null.</param>
internal sealed record DecisionResult(Outcome Outcome, FeelValue? Value, IReadOnlyList<string> Missing, string? Error)
{
    /// <summary>The result as another decision reads it: true or false for an eligibility question, null where the article does not apply.</summary>
    public Answer AsAnswer() => Outcome switch
    {
        Outcome.Value => Answer.Of(Value!),
        Outcome.Met => Answer.Of(FeelValue.True),
        Outcome.NotMet => Answer.Of(FeelValue.False),
        Outcome.NotApplicable or Outcome.NotInForce => Answer.Of(FeelValue.Null),
        _ when Missing.Count > 0 => Answer.NeedsFacts(Missing),
        _ => Answer.Failed(Error ?? "不能确定"),
    };
}
