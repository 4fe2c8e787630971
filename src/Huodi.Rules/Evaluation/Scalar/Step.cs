namespace Huodi.Rules.Evaluation.Scalar;

/// <summary>
/// A piece of a compiled expression. <see cref="Run"/> gives a value, possibly an undecided one. The two typed ways give null where
/// the value is of the wanted kind, and the value itself where it is not, so that no object is made for a number on the way.
/// </summary>
internal abstract class Step
{
    public abstract FeelValue Run(Frame frame);

    public virtual FeelValue? RunNumber(Frame frame, out decimal number)
    {
        var value = Run(frame);
        if (value is NumberValue n)
        {
            number = n.Value;
            return null;
        }

        number = 0;
        return value;
    }

    public virtual FeelValue? RunTruth(Frame frame, out bool truth)
    {
        var value = Run(frame);
        truth = ReferenceEquals(value, FeelValue.True);
        return truth || ReferenceEquals(value, FeelValue.False) ? null : value;
    }
}
