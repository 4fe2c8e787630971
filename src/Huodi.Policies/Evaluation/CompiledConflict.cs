using System.Text.Json.Nodes;
using Huodi.Policies.Answers;
using Huodi.Policies.Packages;
using Huodi.Rules;

namespace Huodi.Policies.Evaluation;

/// <summary>A conflict as a decision declares it, ready to run.</summary>
internal sealed record CompiledConflict(ConflictRule Source, CompiledExpression? When)
{
    /// <summary>Whether the declaring decision and the other one disagree: true, false, or null while one of them is open.</summary>
    public bool? Differs(PolicyAnswer declaring, PolicyAnswer other, PackageFacts view)
    {
        if (IsSilent(declaring) || IsSilent(other)) return false;
        if (When?.Evaluate(view) is { } holds) return holds.IsDecided ? holds.IsTrue() : null;
        if (IsOpen(declaring) || IsOpen(other)) return null;
        return declaring.Outcome != other.Outcome || !JsonNode.DeepEquals(declaring.Value, other.Value);
    }

    /// <summary>Whether a rule has nothing to say about this land on this day, so that there is nothing to disagree with.</summary>
    private static bool IsSilent(PolicyAnswer answer) => answer.Outcome is Outcome.NotApplicable or Outcome.NotInForce;

    private static bool IsOpen(PolicyAnswer answer) => answer.Outcome is Outcome.NeedsFacts or Outcome.NeedsDetermination;
}
