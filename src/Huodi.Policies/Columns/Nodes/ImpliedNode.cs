using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A fact as it is recorded or follows from others. The inputs are the record, then for each implication what must be known, its
/// condition (where it has none, what must be known again) and what follows.</summary>
internal sealed class ImpliedNode(FactDefinition fact, IReadOnlyList<CompiledImplication> implications, Node[] inputs) : FunctionNode(inputs)
{
    private readonly Answer[] _answers = new Answer[inputs.Length];
    private Func<int, FeelValue?>? _implied;

    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own)
    {
        answers.CopyTo(_answers);
        var recorded = answers[0].TryGetValue(out var record) ? record : null;
        return Share(ImplicationLogic.Answer(fact, recorded, implications, _implied ??= Implied, out _), out own);
    }

    private FeelValue? Implied(int index)
    {
        var at = 1 + (index * 3);
        if (!_answers[at].IsDecided) return null;
        if (implications[index].When is not null && !_answers[at + 1].IsTrue()) return null;
        return _answers[at + 2].TryGetValue(out var then) ? then : null;
    }
}
