namespace Huodi.Rules.Tests;

/// <summary>The examples of the README, run.</summary>
public sealed class ReadmeTests
{
    private static readonly FeelScope Scope = new FeelScope()
        .Declare("用途大类", FeelType.String)
        .Declare("建筑面积", FeelType.Number)
        .Declare("起", FeelType.Date)
        .DeclareFunction(new FeelFunction(
            "净天数", [new("起", FeelType.Date), new("止", FeelType.Date)], FeelType.Number,
            a => FeelValue.Of((decimal)(a[1].AsDate().DayNumber - a[0].AsDate().DayNumber))));

    [Fact]
    public void Expression_ThreeAnswers()
    {
        var expression = FeelCompiler.Compile("用途大类 = \"工业\" and 建筑面积 < 5 * 10000", Scope, FeelMode.Strict).Require();

        Assert.Equal("true", expression.Evaluate(new Facts().With("用途大类", "工业").With("建筑面积", 49_999m)).ToString());
        Assert.Equal("待补充：建筑面积", expression.Evaluate(new Facts().With("用途大类", "工业")).ToString());
        Assert.Equal("false", expression.Evaluate(new Facts().With("用途大类", "住宅")).ToString());
    }

    [Fact]
    public void Table_AnswersRulesAndGaps()
    {
        var source = new TableSource(
            HitPolicy.Unique,
            CollectAggregation.None,
            [new TableInput("用途大类"), new TableInput("建筑面积", "建筑面积(万平方米)", Scale: 10_000m)],
            [new TableOutput("建设工期")],
            [
                new TableRule(1, ["\"住宅\"", "-"], ["3"]),
                new TableRule(2, ["\"工业\"", "< 5"], ["2"]),
                new TableRule(3, ["\"工业\"", "[5..10]"], ["3"]),
            ]);

        var table = FeelCompiler.CompileTable(source, Scope, FeelMode.Strict).Require();

        Assert.Equal([3], table.EvaluateWithRules(new Facts().With("用途大类", "工业").With("建筑面积", 50_000m)).Rules);
        Assert.Equal("3", table.Evaluate(new Facts().With("用途大类", "住宅")).ToString());
        Assert.Equal("待补充：建筑面积", table.Evaluate(new Facts().With("用途大类", "工业")).ToString());
        Assert.Equal(
            [KeyValuePair.Create("用途大类", "\"工业\""), KeyValuePair.Create("建筑面积(万平方米)", "11")],
            table.Analysis.Gaps[0].Example);
    }

    [Fact]
    public void HostFunction_MissingArgument_IsMissing()
    {
        var expression = FeelCompiler.Compile("净天数(起, date(\"2026-03-01\"))", Scope, FeelMode.Strict).Require();

        Assert.Equal("28", expression.Evaluate(new Facts().With("起", FeelValue.Of(new DateOnly(2026, 2, 1)))).ToString());
        Assert.Equal("待补充：起", expression.Evaluate(new Facts()).ToString());
    }
}
