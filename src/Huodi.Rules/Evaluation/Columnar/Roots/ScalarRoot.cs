using Huodi.Rules.Binding;

namespace Huodi.Rules.Evaluation.Columnar.Roots;

/// <summary>Everything that has no columnar form: row by row, the scalar way.</summary>
internal sealed class ScalarRoot(BoundProgram program) : PlanRoot
{
    public override FeelKind? Kind { get; } = KindOf(TypeRules.Base(program.Root.Type));

    public override bool IsColumnar => false;

    public override void Run(Scratch scratch, ColumnOutput output)
    {
        if (Kind == FeelKind.Number) _ = output.WideBlock(scratch.First, scratch.Rows);
        for (var row = scratch.First; row < scratch.First + scratch.Rows; row++) output.Resolve(row);
    }

    private static FeelKind? KindOf(FeelType type) => (type as SimpleType)?.Kind is { } kind and not FeelKind.Null ? kind : null;
}
