using BenchmarkDotNet.Attributes;

namespace Huodi.Bench.Tables;

/// <summary>Decision tables, a row an operation; results are checked for equality when the work is made.</summary>
[MemoryDiagnoser]
public class TableBenchmarks
{
    private TableWork work = new(1, false);

    [Params(20, 200, 3700)]
    public int Rules { get; set; }

    [Params(false, true)]
    public bool SharedBands { get; set; }

    [GlobalSetup]
    public void Make() => work = new TableWork(Rules, SharedBands);

    [Benchmark(Baseline = true, OperationsPerInvoke = TableWork.Rows)]
    public void LinearScan() => work.LinearScan();

    [Benchmark(OperationsPerInvoke = TableWork.Rows)]
    public void Columnar() => work.Columnar();

    [Benchmark(OperationsPerInvoke = TableWork.SingleRows)]
    public void Scalar() => work.Scalar();
}
