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
