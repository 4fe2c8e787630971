using Huodi.Policies.Evaluation;
using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>A parameter on a day that a fact decides.</summary>
internal sealed class ParameterNode(CompiledParameter parameter, Node lawDay, bool supposed) : FunctionNode([lawDay])
{
    private protected override int Work(Chunk chunk, int row, ReadOnlySpan<Answer> answers, out FeelValue? own) =>
        Share(parameter.On(answers[0].Value.AsDate(), supposed), out own);
}
