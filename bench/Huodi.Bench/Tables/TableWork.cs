using System.Globalization;
using Huodi.Bench.Decisions;
using Huodi.Rules;
using Huodi.Rules.Evaluation.Scalar;
using Huodi.Rules.Tables.Index;

namespace Huodi.Bench.Tables;

/// <summary>A decision table of so many rules over random rows, and the hand-written linear scan that it races against.</summary>
internal sealed class TableWork
{
    public const int Rows = 1 << 16;

    /// <summary>Rows of the ways that take one at a time.</summary>
    public const int SingleRows = 512;

    private static readonly string[] Uses = ["住宅", "工业", "商业", "办公", "仓储", "教育", "医疗", "交通"];

    private readonly Rule[] rules;
    private readonly ColumnBatch batch;
    private readonly ColumnOutput output = new();
    private readonly ColumnarKernel kernel;
    private readonly FeelValue?[][] rows;
    private readonly string[] uses = new string[Rows];
    private readonly decimal[] areas = new decimal[Rows];
    private readonly decimal[] ratios = new decimal[Rows];
    private readonly decimal[] results = new decimal[Rows];

    /// <param name="count">How many rules.</param>
    /// <param name="regular">Bands that the rules share, as in a price list; else every rule has bounds of its own.</param>
    /// <param name="indexFrom">From how many rules on the scalar way uses its index.</param>
    public TableWork(int count, bool regular, int indexFrom = RuleFinder.Threshold)
    {
        var random = new Random(count);
        rules = regular ? Regular(count, random) : Irregular(count, random);
        for (var i = 0; i < Rows; i++)
        {
            (uses[i], areas[i], ratios[i]) = (Uses[random.Next(8)], random.Next(0, 10_000_000) / 100m, random.Next(0, 1000) / 100m);
        }

        var scope = new FeelScope().Declare("用途", FeelType.String).Declare("建筑面积", FeelType.Number).Declare("容积率", FeelType.Number);
        Table = FeelCompiler.CompileTable(Source(), scope, FeelMode.Strict).Require();
        ((TableStep)Table.Program.Scalar).Finder.From = indexFrom;
        kernel = Table.CompileColumnar();
        batch = new ColumnBatch(Rows).With("用途", StringColumn.Of(uses)).With("建筑面积", NumberColumn.Of(areas)).With("容积率", NumberColumn.Of(ratios));
        rows = [.. Enumerable.Range(0, SingleRows).Select(Row)];
        CheckEqual();
    }

    public CompiledTable Table { get; }

    /// <summary>The peer: the first rule that matches, found by trying each.</summary>
    public void LinearScan()
    {
        for (var i = 0; i < Rows; i++)
        {
            var (use, area, ratio) = (uses[i], areas[i], ratios[i]);
            results[i] = -1;
            foreach (var rule in rules)
            {
                if ((rule.Use is not null && rule.Use != use) || area < rule.AreaFrom || area >= rule.AreaTo || ratio < rule.RatioFrom || ratio >= rule.RatioTo) continue;
                results[i] = rule.Result;
                break;
            }
        }
    }

    public void Columnar() => kernel.Run(batch, output);

    public void Scalar()
    {
        foreach (var row in rows) _ = Table.Evaluate(new RowFacts(Table.Names, row));
    }

    private FeelValue?[] Row(int i) => [.. Table.Names.Select(n => n switch
    {
        "用途" => FeelValue.Of(uses[i]),
        "建筑面积" => FeelValue.Of(areas[i]),
        _ => FeelValue.Of(ratios[i]),
    })];

    private void CheckEqual()
    {
        LinearScan();
        Columnar();
        for (var i = 0; i < Rows; i++)
        {
            if (output.Number(i) != Math.Max(0, results[i]) || (output.State(i) == ColumnState.Value) != results[i] >= 0)
            {
                throw new InvalidOperationException($"Row {i}: {output.Answer(i)}, not {results[i]}.");
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (Table.Evaluate(new RowFacts(Table.Names, rows[i])) != output.Answer(i)) throw new InvalidOperationException($"Scalar row {i} differs.");
        }
    }

    private TableSource Source() => new(
        HitPolicy.First,
        CollectAggregation.None,
        [new TableInput("用途"), new TableInput("建筑面积"), new TableInput("容积率")],
        [new TableOutput("结果")],
        [.. rules.Select((r, i) => new TableRule(
            i + 1,
            [r.Use is null ? "-" : $"\"{r.Use}\"", Band(r.AreaFrom, r.AreaTo), Band(r.RatioFrom, r.RatioTo)],
            [r.Result.ToString(CultureInfo.InvariantCulture)]))]);

    private static string Band(decimal from, decimal to) => string.Create(CultureInfo.InvariantCulture, $"[{from}..{to})");

    private static Rule[] Irregular(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var (area, ratio) = (random.Next(0, 9_000_000) / 100m, random.Next(0, 900) / 100m);
            return new Rule(
                random.Next(4) == 0 ? null : Uses[random.Next(8)],
                area, area + (random.Next(100_000, 3_000_000) / 100m), ratio, ratio + (random.Next(30, 400) / 100m), i % 97 / 4m);
        })];

    private static Rule[] Regular(int count, Random random)
    {
        var bands = (int)Math.Ceiling(count / 8.0 / 10);
        decimal Edge(int band) => decimal.Round(100_000m / bands * band, 2);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (use, ratio, area) = (i % 8, i / 8 % 10, i / 80);
            return new Rule(Uses[use], Edge(area), Edge(area + 1), ratio, ratio + 1, random.Next(1, 400) / 4m);
        })];
    }

    private sealed record Rule(string? Use, decimal AreaFrom, decimal AreaTo, decimal RatioFrom, decimal RatioTo, decimal Result);
}
