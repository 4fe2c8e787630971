namespace Huodi.Rules.Evaluation.Scalar;

internal sealed class ConstantStep(FeelValue value) : Step
{
    private readonly decimal number = (value as NumberValue)?.Value ?? 0;

    public override FeelValue Run(Frame frame) => value;

    public override FeelValue? RunNumber(Frame frame, out decimal result)
    {
        result = number;
        return value is NumberValue ? null : value;
    }
}

internal sealed class FactStep(int slot) : Step
{
    public override FeelValue Run(Frame frame) => frame.Session.Fact(slot);
}

internal sealed class LocalStep(int depth, int index) : Step
{
    public override FeelValue Run(Frame frame)
    {
        var at = frame;
        for (var i = depth; i > 0; i--) at = at.Outer!; // the binder counted the frames
        return at.Locals[index];
    }
}

internal sealed class FaultStep(string reason, bool strict) : Step
{
    public override FeelValue Run(Frame frame) => strict ? new ErrorValue(reason) : FeelValue.Null;
}

/// <summary>Steps that give a truth value define only the typed way.</summary>
internal abstract class TruthStep : Step
{
    public sealed override FeelValue Run(Frame frame) => RunTruth(frame, out var truth) ?? FeelValue.Of(truth);

    public abstract override FeelValue? RunTruth(Frame frame, out bool truth);
}
