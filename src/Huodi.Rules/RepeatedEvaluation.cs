using Huodi.Rules.Evaluation;

namespace Huodi.Rules;

/// <summary>Evaluates one expression or table again and again on looked-up answers, and keeps its memory meanwhile. One thread uses it.</summary>
public sealed class RepeatedEvaluation
{
    private readonly BoundProgram program;
    private readonly FeelValue?[] values;
    private Session session;
    private Frame frame;

    internal RepeatedEvaluation(BoundProgram program)
    {
        this.program = program;
        values = new FeelValue?[program.Names.Count];
        (session, frame) = Fresh();
    }

    /// <summary>The scope names it reads, in order of first appearance.</summary>
    public IReadOnlyList<string> Names => program.Names;

    /// <summary>The answer to what the names answer, given in their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many answers as names.</exception>
    public Answer Evaluate(ReadOnlySpan<Answer> answers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(answers.Length, values.Length, nameof(answers));
        for (var i = 0; i < answers.Length; i++) values[i] = answers[i].ToValue();
        session.Budget.Refill();
        var answer = program.Run(frame);
        if (session.IsHeld) (session, frame) = Fresh();
        return answer;
    }

    private (Session Session, Frame Frame) Fresh()
    {
        var made = program.NewSession(values, CancellationToken.None);
        return (made, new Frame(made, program.FrameSize, null));
    }
}
