namespace Huodi.Rules.Evaluation;

/// <summary>The locals of one call.</summary>
internal sealed class Frame(Session session, int size, Frame? outer)
{
    public readonly FeelValue[] Locals = size == 0 ? [] : new FeelValue[size];

    public Session Session => session;

    public Frame? Outer => outer;

    /// <summary>The frame as it is now, for a function that outlives the round of a loop it was made in.</summary>
    public Frame Snapshot()
    {
        session.IsHeld = true;
        var copy = new Frame(session, Locals.Length, outer);
        Locals.CopyTo(copy.Locals, 0);
        return copy;
    }
}
