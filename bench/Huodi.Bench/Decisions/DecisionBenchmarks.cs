using BenchmarkDotNet.Attributes;

namespace Huodi.Bench.Decisions;

/// <summary>The simple decision, a row an operation; results are checked for equality when the work is made.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly SimpleDecision decision = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = SimpleDecision.Rows)]
    public void HandWritten() => decision.HandWritten();

    [Benchmark(OperationsPerInvoke = SimpleDecision.Rows)]
    public void ScaledColumns() => decision.ScaledColumns();

    [Benchmark(OperationsPerInvoke = SimpleDecision.Rows)]
    public void DecimalColumns() => decision.DecimalColumns();

    [Benchmark(OperationsPerInvoke = SimpleDecision.Rows)]
    public void DecimalsToDecimals() => decision.EndToEnd();

    [Benchmark(OperationsPerInvoke = SimpleDecision.SingleRows)]
    public void Scalar() => decision.Scalar();

    [Benchmark(OperationsPerInvoke = SimpleDecision.SingleRows)]
    public void Traced() => decision.Traced();
}
