using Huodi.Rules;

namespace Huodi.Policies.Columns.Nodes;

/// <summary>One answer for every row: the day of the question, a parameter on a fixed day.</summary>
internal sealed class ConstantNode : Node
{
    private readonly int _code;

    public ConstantNode(Answer answer) => _code = Pool.Add(answer);

    private protected override void Fill(Chunk chunk) => Hold(_code);
}
