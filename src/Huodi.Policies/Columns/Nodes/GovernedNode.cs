using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A decision where its package governs on the day that a fact decides, and 不在施行期 where not.</summary>
internal sealed class GovernedNode(CompiledDecision decision, Node lawDay, ResultNode result, Question question) : ResultNode(decision, [lawDay, result])
{
    private static readonly DecisionResult NotInForce = new(Outcome.NotInForce, null, [], null);

    private protected override bool SharesOwn => true;

    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own)
    {
        own = null;
        if (!AnswerWriter.Answers(Decision.Package.Source.StatusOn(answers[0].Value.AsDate()), question)) return Share(NotInForce, out own);
        var code = result.Code(row);
        return code == AnswerPool.Own ? Memo.PassOn : Share(result.Result(code), out own);
    }

    private protected override void PassOn(int row) => KeepOwn(row, result.Own(row));
}
