using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>The answer that stands for a subject.</summary>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Decision">Name of the first decision that ended so.</param>
/// <param name="Count">How many decisions ended so.</param>
public sealed record TellingAnswer(Outcome Outcome, string Decision, int Count)
{
    /// <summary>Which decisions, in words.</summary>
    public string Words => Count == 1 ? Decision : $"{Decision}等 {Count} 项";
}
