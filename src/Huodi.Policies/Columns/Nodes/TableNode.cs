using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>What a decision table gives for the answers of the names it reads.</summary>
internal sealed class TableNode(CompiledTable table, Node[] names) : FunctionNode(names)
{
    private readonly RepeatedEvaluation _evaluation = table.Repeated();

    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own) => Share(_evaluation.Evaluate(answers), out own);
}
