using Huodi.Policies.Answers;

namespace Huodi.Web.Assessments;

/// <summary>The answer that stands for a subject.</summary>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Decisions">Names of the decisions that ended so, in package and article order; never empty.</param>
public sealed record TellingAnswer(Outcome Outcome, IReadOnlyList<string> Decisions)
{
    private const int Named = 2;

    /// <summary>Which decisions, in words.</summary>
    public string Words => Decisions.Count <= Named
        ? string.Join('、', Decisions)
        : $"{string.Join('、', Decisions.Take(Named))}等 {Decisions.Count} 项";
}
