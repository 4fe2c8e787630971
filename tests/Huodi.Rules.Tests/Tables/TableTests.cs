namespace Huodi.Rules.Tests.Tables;

public sealed class TableTests
{
    private static readonly FeelScope Scope = new FeelScope()
        .Declare("用途大类", FeelType.String)
        .Declare("建筑面积", FeelType.Number)
        .Declare("容积率", FeelType.Number);

    [Fact]
    public void Evaluate_ColumnWithUnit_ComparesExactly()
    {
        var table = Duration();

        Assert.Equal("3", table.Evaluate(new Facts().With("用途大类", "工业").With("建筑面积", 50_000m)).Value.ToString());
        Assert.Equal("2", table.Evaluate(new Facts().With("用途大类", "工业").With("建筑面积", 49_999.99m)).Value.ToString());
    }

    [Fact]
    public void Evaluate_RowThatCannotMatch_AsksForNothing()
    {
        var table = Duration();

        Assert.Equal("3", table.Evaluate(new Facts().With("用途大类", "住宅")).Value.ToString());
        Assert.Equal(["建筑面积"], table.Evaluate(new Facts().With("用途大类", "工业")).Missing);
        Assert.Equal(["用途大类", "建筑面积"], table.Evaluate(new Facts()).Missing);
        Assert.Equal("null", table.Evaluate(new Facts().With("用途大类", "商业")).Value.ToString());
    }

    [Fact]
    public void EvaluateWithRules_MatchedRule_IsNamed()
    {
        var answer = Duration().EvaluateWithRules(new Facts().With("用途大类", "工业").With("建筑面积", 100_000m));

        Assert.Equal([3], answer.Rules);
    }

    [Fact]
    public void First_EarlierRuleUndecided_WaitsUnlessTheOutputIsTheSame()
    {
        var different = Compile(HitPolicy.First, ["用途大类", "容积率"], ["\"工业\"", "< 1", "1"], ["-", "-", "2"]);
        var same = Compile(HitPolicy.First, ["用途大类", "容积率"], ["\"工业\"", "< 1", "1"], ["-", "-", "1"]);
        var facts = new Facts().With("用途大类", "工业");

        Assert.Equal(["容积率"], different.Evaluate(facts).Missing);
        Assert.Equal("1", same.Evaluate(facts).Value.ToString());
        Assert.Equal("2", different.Evaluate(new Facts().With("用途大类", "住宅")).Value.ToString());
    }

    [Fact]
    public void Unique_EveryRuleThatMayMatchAgrees_IsDecidedOnlyWithoutGaps()
    {
        var complete = Compile(HitPolicy.Unique, ["容积率"], ["< 1", "7"], [">= 1", "7"]);
        var gap = Compile(HitPolicy.Unique, ["容积率"], ["< 1", "7"], ["> 1", "7"]);

        Assert.Equal("7", complete.Evaluate(new Facts()).Value.ToString());
        Assert.Equal(["容积率"], gap.Evaluate(new Facts()).Missing);
    }

    [Fact]
    public void Unique_TwoRulesMatch_IsAnError()
    {
        var table = Compile(HitPolicy.Unique, ["容积率"], ["< 2", "1"], ["> 1", "2"]);

        Assert.Contains("规则 1、2", table.Evaluate(new Facts().With("容积率", 1.5m)).Error, StringComparison.Ordinal);
        Assert.Equal("{容积率: 1.1}", Example(Assert.Single(table.Analysis.Overlaps).Example));
    }

    [Fact]
    public void Collect_SumOfMatches_AddsUp()
    {
        var table = Compile(HitPolicy.Collect, ["容积率"], ["> 1", "10"], ["> 2", "5"], ["> 3", "1"]);
        var sum = FeelCompiler.CompileTable(table.Source with { Aggregation = CollectAggregation.Sum }, Scope, FeelMode.Strict).Require();

        Assert.Equal("[10, 5]", table.Evaluate(new Facts().With("容积率", 2.5m)).Value.ToString());
        Assert.Equal("15", sum.Evaluate(new Facts().With("容积率", 2.5m)).Value.ToString());
        Assert.Equal("[]", table.Evaluate(new Facts().With("容积率", 1m)).Value.ToString());
    }

    [Fact]
    public void Analysis_GapAndCompleteTable_AreTold()
    {
        var gap = Compile(HitPolicy.Unique, ["用途大类", "容积率"], ["\"工业\"", "< 1", "1"], ["\"工业\"", "> 1", "2"], ["not(\"工业\")", "-", "3"]);
        var complete = Compile(HitPolicy.Unique, ["容积率"], ["< 1", "1"], ["[1..2]", "2"], ["> 2", "3"]);

        Assert.Equal("{用途大类: \"工业\", 容积率: 1}", Example(Assert.Single(gap.Analysis.Gaps).Example));
        Assert.Empty(complete.Analysis.Gaps);
        Assert.Empty(complete.Analysis.Overlaps);
        Assert.True(complete.Analysis.IsExact);
    }

    [Theory]
    [InlineData("住宅", "FEEL010", "\"住宅\"")]
    [InlineData("＜ 5", "FEEL003", "< 5")]
    [InlineData("5", "FEEL012", null)]
    public void Cell_Wrong_IsReportedWhereItStands(string cell, string code, string? suggestion)
    {
        var table = new TableSource(
            HitPolicy.Unique, CollectAggregation.None, [new TableInput("用途大类")], [new TableOutput("结果")],
            [new TableRule(1, [cell], ["1"]) { InputStarts = [100], OutputStarts = [120] }]);

        var diagnostic = Assert.Single(FeelCompiler.CompileTable(table, Scope, FeelMode.Strict).Diagnostics);

        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(suggestion, diagnostic.Suggestion);
        Assert.InRange(diagnostic.Span.Start, 100, 103);
    }

    [Fact]
    public void Trace_Table_ShowsTheRuleThatMatched()
    {
        var trace = Duration().Trace(new Facts().With("用途大类", "工业").With("建筑面积", 100_000m));

        Assert.Contains(trace.Children, c => c is { Kind: TraceKind.Rule, Rule: 3 });
        Assert.DoesNotContain(trace.Children, c => c is { Kind: TraceKind.Rule, Rule: 1 or 2 });
        var rule = Assert.Single(trace.Children, c => c.Kind == TraceKind.Rule);
        Assert.Equal(["\"工业\"", "[5..10]"], rule.Children.Select(c => c.Text));
    }

    /// <summary>大连第六条 in small: years to build, by use and floor area in 万平方米.</summary>
    private static CompiledTable Duration() => FeelCompiler.CompileTable(
        new TableSource(
            HitPolicy.Unique,
            CollectAggregation.None,
            [new TableInput("用途大类"), new TableInput("建筑面积", "建筑面积(万平方米)", 10_000m)],
            [new TableOutput("建设工期")],
            [
                new TableRule(1, ["\"住宅\"", "-"], ["3"]),
                new TableRule(2, ["\"工业\"", "< 5"], ["2"]),
                new TableRule(3, ["\"工业\"", "[5..10]"], ["3"]),
            ]),
        Scope,
        FeelMode.Strict).Require();

    private static CompiledTable Compile(HitPolicy policy, string[] inputs, params string[][] rules) => FeelCompiler.CompileTable(
        new TableSource(
            policy,
            CollectAggregation.None,
            [.. inputs.Select(i => new TableInput(i))],
            [new TableOutput("结果")],
            [.. rules.Select((r, i) => new TableRule(i + 1, r[..^1], r[^1..]))]),
        Scope,
        FeelMode.Strict).Require();

    private static string Example(IReadOnlyDictionary<string, string> example) =>
        $"{{{string.Join(", ", example.Select(e => $"{e.Key}: {e.Value}"))}}}";
}
