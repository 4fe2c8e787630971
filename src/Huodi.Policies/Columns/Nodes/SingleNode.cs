using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A decision that is judged subject by subject.</summary>
internal sealed class SingleNode(CompiledDecision decision, Func<Chunk, int, DecisionResult?> single) : ResultNode(decision, [])
{
    private static readonly DecisionResult NotInForce = new(Outcome.NotInForce, null, [], null);

    private protected override bool IsForRowOnly => true;

    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own) =>
        Share(single(chunk, row) ?? NotInForce, out own);
}
