using Huodi.Rules;

namespace Huodi.Bench.Decisions;

/// <summary>
/// A decision of one line over many rows: breach damages by day, or a share of the price once they run for more than a year.
/// </summary>
internal sealed class SimpleDecision
{
    public const int Rows = 1 << 18;

    /// <summary>Rows of the ways that take one at a time.</summary>
    public const int SingleRows = 4096;

    public const string Text = "if 净违约天数 > 365 then 出让价款总额 * 0.2 else 出让价款总额 * 0.0002 * 净违约天数";

    private const string Price = "出让价款总额";
    private const string Days = "净违约天数";

    private readonly FeelValue?[][] rows;
    private readonly ColumnBatch scaled;
    private readonly ColumnBatch decimals;
    private readonly ColumnBatch gaps;
    private readonly ColumnOutput output = new();
    private readonly ColumnarKernel kernel;
    private readonly CompiledExpression expression;
    private readonly decimal[] results = new decimal[Rows];

    public SimpleDecision()
    {
        var random = new Random(42);
        Prices = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt64(1_000_000, 100_000_000_000) / 100m)];
        Delays = [.. Enumerable.Range(0, Rows).Select(_ => (decimal)random.Next(0, 800))];
        var scope = new FeelScope().Declare(Price, FeelType.Number).Declare(Days, FeelType.Number);
        expression = FeelCompiler.Compile(Text, scope, FeelMode.Strict).Require();
        kernel = expression.CompileColumnar();
        scaled = new ColumnBatch(Rows).With(Price, NumberColumn.Of(Prices)).With(Days, NumberColumn.Of(Delays));
        decimals = new ColumnBatch(Rows).With(Price, NumberColumn.OfDecimals(Prices)).With(Days, NumberColumn.OfDecimals(Delays));
        var some = Array.ConvertAll(Delays, d => d % 10 == 3 ? (decimal?)null : d);
        gaps = new ColumnBatch(Rows).With(Price, NumberColumn.Of(Prices)).With(Days, NumberColumn.Of(some));
        rows = [.. Enumerable.Range(0, SingleRows).Select(i => expression.Names.Select(n => FeelValue.Of(n == Price ? Prices[i] : Delays[i])).ToArray())];
        CheckEqual();
    }

    public decimal[] Prices { get; }

    public decimal[] Delays { get; }

    /// <summary>The limit: what a programmer would write for this one decision.</summary>
    public void HandWritten()
    {
        var (prices, days, to) = (Prices, Delays, results);
        for (var i = 0; i < to.Length; i++) to[i] = days[i] > 365 ? prices[i] * 0.2m : prices[i] * 0.0002m * days[i];
    }

    public void ScaledColumns() => kernel.Run(scaled, output);

    public void DecimalColumns() => kernel.Run(decimals, output);

    public void MissingOneInTen() => kernel.Run(gaps, output);

    /// <summary>From decimals to decimals: makes the columns, runs, and copies the results out.</summary>
    public void EndToEnd()
    {
        kernel.Run(new ColumnBatch(Rows).With(Price, NumberColumn.Of(Prices)).With(Days, NumberColumn.Of(Delays)), output);
        output.CopyNumbers(results);
    }

    public void Scalar()
    {
        foreach (var row in rows) _ = expression.Evaluate(row);
    }

    public void Traced()
    {
        foreach (var row in rows) _ = expression.Trace(new RowFacts(expression.Names, row));
    }

    /// <summary>Every contender gives the same on every row, before anything is timed.</summary>
    private void CheckEqual()
    {
        HandWritten();
        var expected = results.ToArray();
        foreach (var run in (Action[])[ScaledColumns, DecimalColumns, EndToEnd])
        {
            run();
            for (var i = 0; i < Rows; i++)
            {
                if (output.Number(i) != expected[i] || output.State(i) != ColumnState.Value) throw new InvalidOperationException($"Row {i} differs.");
            }
        }

        MissingOneInTen();
        for (var i = 0; i < rows.Length; i++)
        {
            var answer = expression.Evaluate(rows[i]);
            if (answer.Value.AsNumber() != expected[i]) throw new InvalidOperationException($"Scalar row {i} differs.");
            if (expression.Trace(new RowFacts(expression.Names, rows[i])).Answer != answer) throw new InvalidOperationException($"Trace {i} differs.");
            var missing = Delays[i] % 10 == 3;
            if ((output.State(i) == ColumnState.Missing) != missing) throw new InvalidOperationException($"Row {i} is missing otherwise.");
        }
    }
}
