using Huodi.Rules.Binding;

namespace Huodi.Rules.Lowering;

/// <summary>The rewrites, in the order in which they are made. None changes what an expression gives.</summary>
internal static class LoweringPasses
{
    public static BoundNode Apply(BoundNode node, bool strict)
    {
        Rewriter[] passes =
        [
            new FoldConstants(strict),
            new NegationCalls(),
        ];
        return passes.Aggregate(node, (tree, pass) => pass.Rewrite(tree));
    }
}
