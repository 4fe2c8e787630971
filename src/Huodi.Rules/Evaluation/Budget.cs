using System.Runtime.CompilerServices;

namespace Huodi.Rules.Evaluation;

/// <summary>What an evaluation may still spend. Overspending leaves the evaluation by <see cref="LimitReachedException"/>.</summary>
internal sealed class Budget(Limits limits, CancellationToken cancellation)
{
    private long steps = limits.Steps;
    private int calls = limits.CallDepth;

    /// <summary>As at the beginning.</summary>
    public void Refill() => (steps, calls) = (limits.Steps, limits.CallDepth);

    /// <summary>Pays for <paramref name="count"/> rounds or items.</summary>
    public void Spend(long count = 1)
    {
        steps -= count;
        if (steps < 0) throw new LimitReachedException($"计算超过 {limits.Steps} 步");
        if ((steps & 0x3FF) == 0 || count > 1000) cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Pays for a text of <paramref name="length"/> before it is made.</summary>
    public void SpendText(long length)
    {
        if (length > limits.ResultLength) throw new LimitReachedException($"文字超过 {limits.ResultLength} 个字符");
        Spend(1 + (length / 16));
    }

    public void EnterCall()
    {
        if (--calls < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LimitReachedException($"函数嵌套调用超过 {limits.CallDepth} 层");
        }

        Spend();
    }

    public void LeaveCall() => calls++;
}
