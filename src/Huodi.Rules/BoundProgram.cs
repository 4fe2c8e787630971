using Huodi.Rules.Binding;
using Huodi.Rules.Evaluation;
using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Evaluation.Traced;

namespace Huodi.Rules;

/// <summary>
/// A bound and lowered tree with the names it reads and the frame it needs: what every way of running starts from.
/// </summary>
internal sealed class BoundProgram
{
    private readonly Lazy<Step> scalar;
    private readonly Lazy<Step> traced;
    private readonly Limits limits;

    public BoundProgram(BoundNode root, IReadOnlyList<string> names, int frameSize, bool strict, Limits limits, TextCursor cursor)
    {
        (Root, Names, FrameSize, Strict, this.limits) = (root, names, frameSize, strict, limits);
        scalar = new Lazy<Step>(() => new ScalarCompiler(strict).Compile(root));
        traced = new Lazy<Step>(() => new ScalarCompiler(strict, cursor).Compile(root));
    }

    public BoundNode Root { get; }

    /// <summary>The scope names; a <see cref="BoundFact"/>'s slot is an index here.</summary>
    public IReadOnlyList<string> Names { get; }

    public int FrameSize { get; }

    public bool Strict { get; }

    public Step Scalar => scalar.Value;

    public Answer Run(IFacts facts, CancellationToken cancellation) =>
        Guarded(scalar.Value, new Session(Names, facts, new Budget(limits, cancellation), null));

    /// <summary>Runs on values in the order of <see cref="Names"/>; null stands for a missing fact. The array is written to.</summary>
    public Answer Run(FeelValue?[] values, CancellationToken cancellation) =>
        Guarded(scalar.Value, new Session(Names, values, new Budget(limits, cancellation)));

    public Session NewSession(FeelValue?[] values, CancellationToken cancellation) => new(Names, values, new Budget(limits, cancellation));

    public Answer Run(Frame frame) => Guarded(scalar.Value, frame);

    public TableAnswer RunTable(IFacts facts, CancellationToken cancellation)
    {
        var recording = new MatchRecorder((TableStep)scalar.Value);
        var answer = Guarded(recording, new Session(Names, facts, new Budget(limits, cancellation), null));
        return new TableAnswer(answer, recording.Matched);
    }

    public TraceNode Trace(IFacts facts, string text, CancellationToken cancellation)
    {
        var tracer = new Tracer();
        var answer = Guarded(traced.Value, new Session(Names, facts, new Budget(limits, cancellation), tracer));
        return tracer.Roots is [var root] && root.Answer == answer
            ? root
            : new TraceNode(text, Root.Span, TraceKind.Literal, answer, tracer.Roots);
    }

    internal FeelValue Evaluate(Session session) => scalar.Value.Run(new Frame(session, FrameSize, null));

    private Answer Guarded(Step step, Session session) => Guarded(step, new Frame(session, FrameSize, null));

    private Answer Guarded(Step step, Frame frame)
    {
        try
        {
            return Answer.Of(step.Run(frame));
        }
        catch (LimitReachedException limit)
        {
            return Answer.Failed(limit.Message);
        }
        catch (OverflowException)
        {
            return Strict ? Answer.Failed("结果超出 28 位数字的范围") : Answer.Of(FeelValue.Null);
        }
    }

    /// <summary>Runs a table and keeps the numbers of the rules that matched.</summary>
    private sealed class MatchRecorder(TableStep table) : Step
    {
        public List<int> Matched { get; } = [];

        public override FeelValue Run(Frame frame) => table.Run(frame, Matched);
    }
}
