using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation.Scalar;

namespace Huodi.Rules.Evaluation.Traced;

/// <summary>A step that is looked at: runs the real one and records what it gave and from what.</summary>
internal sealed class TracingStep(Step inner, TextSpan span, string text, TraceKind kind, int? rule = null) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var tracer = frame.Session.Tracer;
        return tracer is null
            ? inner.Run(frame)
            : tracer.Observe(() => inner.Run(frame), (answer, children) => new TraceNode(text, span, kind, answer, children, rule));
    }
}

/// <summary>Chooses what is worth recording: everything but literals.</summary>
internal static class TraceObserver
{
    /// <summary>An observer for an expression of one text.</summary>
    public static Func<BoundNode, Step, Step> Over(string text, int offset) => (node, step) =>
        KindOf(node) is { } kind ? new TracingStep(step, node.Span, Slice(text, offset, node.Span), kind) : step;

    public static string Slice(string text, int offset, TextSpan span)
    {
        var start = Math.Clamp(span.Start - offset, 0, text.Length);
        return text.Substring(start, Math.Clamp(span.Length, 0, text.Length - start));
    }

    private static TraceKind? KindOf(BoundNode node) => node switch
    {
        BoundConstant => null,
        BoundFact or BoundLocal or BoundItemField => TraceKind.Name,
        BoundArithmetic or BoundNegate or BoundComparison or BoundLogic or BoundNot => TraceKind.Operator,
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
