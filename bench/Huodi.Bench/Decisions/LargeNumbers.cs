using Huodi.Rules;

namespace Huodi.Bench.Decisions;

/// <summary>The simple decision on numbers of 20 digits: every block runs on 128-bit integers.</summary>
internal sealed class LargeNumbers
{
    public const int Rows = 1 << 18;

    private readonly decimal[] prices;
    private readonly decimal[] days;
    private readonly decimal[] results = new decimal[Rows];
    private readonly ColumnBatch batch;
    private readonly ColumnOutput output = new();
    private readonly ColumnarKernel kernel;

    public LargeNumbers()
    {
        var random = new Random(7);
        prices = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt64(1_000_000, 100_000_000_000) * 123_456_789.01m)];
        days = [.. Enumerable.Range(0, Rows).Select(_ => (decimal)random.Next(0, 800))];
        var scope = new FeelScope().Declare("出让价款总额", FeelType.Number).Declare("净违约天数", FeelType.Number);
        kernel = FeelCompiler.Compile(SimpleDecision.Text, scope, FeelMode.Strict).Require().CompileColumnar();
        batch = new ColumnBatch(Rows).With("出让价款总额", NumberColumn.Of(prices)).With("净违约天数", NumberColumn.Of(days));
        HandWritten();
        Columnar();
        for (var i = 0; i < Rows; i++)
        {
            if (output.Number(i) != results[i]) throw new InvalidOperationException($"Row {i} differs.");
        }
    }

    public void HandWritten()
    {
        var (from, delays, to) = (prices, days, results);
        for (var i = 0; i < to.Length; i++) to[i] = delays[i] > 365 ? from[i] * 0.2m : from[i] * 0.0002m * delays[i];
    }

    public void Columnar() => kernel.Run(batch, output);
}
