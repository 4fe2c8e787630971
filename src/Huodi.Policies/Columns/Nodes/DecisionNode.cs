using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A decision from the answers of its parts: those that say whether it applies, its conditions, its value (where it is no
/// eligibility question), and for each finding whether it is needed and what was found.</summary>
internal sealed class DecisionNode(CompiledDecision decision, Node[] parts, Func<Chunk, int, DecisionResult> single) : ResultNode(decision, parts), IDecisionParts
{
    private readonly Answer[] _answers = new Answer[parts.Length];
    private readonly int _value = decision.Source.IsEligibility ? -1 : decision.Applies.Count + decision.Conditions.Count;
    private readonly int _findings = decision.Applies.Count + decision.Conditions.Count + (decision.Source.IsEligibility ? 0 : 1);
    private bool _failed;

    public IEnumerable<string> KnownNames
    {
        get
        {
            _failed = true;
            return [];
        }
    }

    /// <summary>Only whether a value is there counts, not which.</summary>
    private protected override bool SharesOwn => true;

    private protected override bool IsForRowOnly => _failed;

    public Answer Applies(int index) => _answers[index];

    public Answer Condition(int index) => _answers[Decision.Applies.Count + index];

    public Answer Value() => _answers[_value];

    public Answer Needed(int index) => Decision.Findings[index].IsNeeded(_answers[_findings + (index * 2)]);

    public Answer Found(int index) => _answers[_findings + (index * 2) + 1];

    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own)
    {
        answers.CopyTo(_answers);
        _failed = false;
        own = null;
        var result = DecisionLogic.Result(Decision, this);

        // What to look at after an error depends on all names; that is known only where the subject is judged for itself.
        if (_failed) result = single(chunk, row);
        if (!_failed && result.Outcome == Answers.Outcome.Value && _value >= 0 && Inputs[_value].Code(row) == AnswerPool.Own) return Memo.PassOn;
        return Share(result, out own);
    }

    private protected override void PassOn(int row) => KeepOwn(row, Inputs[_value].Own(row));
}
