using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Scalar;

namespace Huodi.Rules.Evaluation.Traced;

/// <summary>Chooses what is worth recording: everything but literals.</summary>
internal static class TraceObserver
{
    /// <summary>An observer that takes the texts of its nodes from where the compiler is.</summary>
    public static Func<BoundNode, Step, Step> Over(TextCursor cursor) => (node, step) =>
        KindOf(node) is { } kind ? new TracingStep(step, node.Span, cursor.Slice(node), kind) : step;

    private static TraceKind? KindOf(BoundNode node) => node switch
    {
        BoundConstant or BoundLocal { Name: "?" } => null,
        BoundFact or BoundLocal or BoundItemField => TraceKind.Name,
        BoundArithmetic or BoundNegate or BoundComparison or BoundLogic or BoundNot => TraceKind.Operator,
        BoundIn { Input: >= 0 } => TraceKind.Cell,
        BoundBetween or BoundIn or BoundInstanceOf => TraceKind.Test,
        BoundIf => TraceKind.Condition,
        BoundBuiltinCall or BoundHostCall or BoundInvoke => TraceKind.Call,
        BoundPath => TraceKind.Path,
        BoundFilter => TraceKind.Filter,
        BoundFor or BoundQuantified => TraceKind.Iteration,
        BoundTable => TraceKind.Table,
        BoundList or BoundContext or BoundRange or BoundComparisonRange or BoundLambda => TraceKind.Construction,
        _ => null,
    };
}
