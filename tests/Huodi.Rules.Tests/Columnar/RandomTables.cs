using System.Globalization;

namespace Huodi.Rules.Tests.Columnar;

/// <summary>Random decision tables over <see cref="RandomBatch.Scope"/>: overlaps, gaps, every hit policy, outputs of every kind.</summary>
internal sealed class RandomTables(Random random)
{
    private static readonly (string Expression, string Kind)[] Columns =
        [("a", "n"), ("面积", "n"), ("a + b", "n"), ("s", "s"), ("d", "d"), ("p", "b"), ("if q then \"甲\" else t", "s")];

    public TableSource Any(int rules, int columns)
    {
        var chosen = Enumerable.Range(0, columns).Select(_ => Columns[random.Next(Columns.Length)]).ToList();
        var policy = (HitPolicy)random.Next(7);
        var aggregation = policy == HitPolicy.Collect ? (CollectAggregation)random.Next(5) : CollectAggregation.None;
        var numeric = aggregation is CollectAggregation.Sum or CollectAggregation.Min or CollectAggregation.Max;
        var kind = numeric ? 0 : random.Next(5);
        var outputs = kind == 4 ? new[] { new TableOutput("甲"), new TableOutput("乙") } : [Ranked(kind, policy)];
        return new TableSource(
            policy,
            aggregation,
            [.. chosen.Select((c, i) => new TableInput(c.Expression, $"列{i}") { AllowedValues = c.Kind == "n" && random.Next(12) == 0 ? "<= 100" : null })],
            outputs,
            [.. Enumerable.Range(1, rules).Select(n => new TableRule(
                n, [.. chosen.Select(c => random.Next(3) == 0 ? "-" : Cell(c.Kind))], [.. outputs.Select(_ => Output(kind))]))]);
    }

    /// <summary>A table whose combinations are too many for a grid: every number is a boundary of its own.</summary>
    public TableSource Wide(int rules) => new(
        random.Next(2) == 0 ? HitPolicy.First : HitPolicy.Unique,
        CollectAggregation.None,
        [new TableInput("a"), new TableInput("b"), new TableInput("面积"), new TableInput("s")],
        [new TableOutput("结果")],
        [.. Enumerable.Range(1, rules).Select(n => new TableRule(n, [Band(), Band(), Band(), Cell("s")], [Text(n)]))]);

    public static string Print(TableSource table) =>
        $"{table.HitPolicy} {table.Aggregation} {string.Join(" | ", table.Inputs.Select(i => i.Expression))}\n"
        + string.Join('\n', table.Rules.Select(r => string.Join(" | ", r.InputEntries) + " => " + string.Join(" | ", r.OutputEntries)));

    private TableOutput Ranked(int kind, HitPolicy policy) => new("结果")
    {
        AllowedValues = policy is HitPolicy.Priority or HitPolicy.OutputOrder ? kind is 0 or 3 ? "3, 2, 1" : kind == 1 ? "\"高\", \"低\"" : null : null,
        Default = random.Next(6) == 0 ? Output(kind) : null,
    };

    private string Band() => string.Create(
        CultureInfo.InvariantCulture, $"[{(random.Next(-900, 100000) / 900m) - 1:0.####}..{(random.Next(0, 100000) / 700m) + 1:0.####})");

    private string Cell(string kind) => kind switch
    {
        "n" => Pick("< 5", ">= 2", "[0..3)", "(2..100]", "0.25, 7.125", "not(3)", "> 99.5", "= 100", "!= 0", "[1, 2]", "<= -0.5", "[100..100.01]"),
        "s" => Pick("\"甲\"", "\"乙\", \"丙\"", "not(\"甲\")", "[\"丁\", \"外\"]"),
        "d" => Pick("date(\"2024-01-02\")", "< date(\"2024-01-03\")", "[date(\"2024-01-01\")..date(\"2024-01-04\"))"),
        _ => Pick("true", "false", "not(true)"),
    };

    private string Output(int kind) => kind switch
    {
        0 => Pick("1", "2", "3", "1", "2", "3", "0.5", "null"),
        1 => Pick("\"高\"", "\"低\""),
        2 => Pick("true", "false"),
        3 => Pick("1", "2", "3", "a * 2", "3"),
        _ => Pick("1", "\"高\"", "date(\"2024-01-02\")"),
    };

    private static string Text(int n) => (n % 9).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
