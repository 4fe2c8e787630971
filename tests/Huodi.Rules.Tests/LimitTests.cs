namespace Huodi.Rules.Tests;

public sealed class LimitTests
{
    private static readonly FeelScope Empty = new();

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("- ", "1", "")]
    [InlineData("{a: ", "1", "}")]
    [InlineData("if true then ", "1", " else 2")]
    [InlineData("not(", "true", ")")]
    [InlineData("[1..", "2", "]")]
    [InlineData("function() ", "1", "")]
    [InlineData("", "1", " + 1")]
    [InlineData("", "[1]", "[1]")]
    [InlineData("", "{}", ".a")]
    [InlineData("1 in (", "1", ")")]
    public void Compile_NestedVeryDeep_IsRefusedNotACrash(string open, string inner, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 12_000)) + inner + string.Concat(Enumerable.Repeat(close, 12_000));

        var compiled = FeelCompiler.Compile(text, Empty, FeelMode.Strict);

        Assert.False(compiled.Succeeded);
    }

    [Fact]
    public void Compile_LongChainOfOr_IsFine()
    {
        var text = string.Join(" or ", Enumerable.Range(0, 5_000).Select(i => $"x = {i}"));
        var scope = new FeelScope().Declare("x", FeelType.Number);

        var compiled = FeelCompiler.Compile(text, scope, FeelMode.Strict).Require();

        Assert.Equal(FeelValue.True, compiled.Evaluate(new Facts().With("x", 4_999m)).Value);
    }

    [Fact]
    public void Compile_TooLong_IsRefused()
    {
        var compiled = FeelCompiler.Compile(new string(' ', 200_001), Empty, FeelMode.Conformant);

        Assert.Equal("FEEL006", Assert.Single(compiled.Diagnostics).Code);
    }

    [Theory]
    [InlineData("count(for i in 1..1000000000 return i)")]
    [InlineData("some i in 1..1000000000 satisfies i < 0")]
    [InlineData("for i in 1..100000, j in 1..100000 return 1")]
    [InlineData("for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])")]
    [InlineData("for i in 1..2000 return if i = 1 then [1] else [partial[-1]]")]
    [InlineData("for i in 1..60 return if i = 1 then \"aaaaaaaaaaaaaaaa\" else partial[-1] + partial[-1]")]
    public void Evaluate_Endless_StopsWithAnError(string text)
    {
        var compiled = FeelCompiler.Compile(text, Empty, FeelMode.Conformant, new Limits { Steps = 200_000 }).Require();

        var answer = compiled.Evaluate(new Facts(), TestContext.Current.CancellationToken);

        Assert.Contains("超过", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_PatternThatOthersBacktrackForEver_TakesLinearTime()
    {
        var compiled = FeelCompiler.Compile("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", Empty,
            FeelMode.Strict).Require();

        Assert.Equal(FeelValue.False, compiled.Evaluate(new Facts()).Value);
    }

    [Fact]
    public void Evaluate_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var compiled = FeelCompiler.Compile("count(for i in 1..1000000 return i)", Empty, FeelMode.Strict).Require();

        Assert.Throws<OperationCanceledException>(() => compiled.Evaluate(new Facts(), source.Token));
    }

    [Fact]
    public void Evaluate_HostFunctionThatThrows_IsAnErrorOfTheAnswer()
    {
        var scope = new FeelScope().DeclareFunction(new FeelFunction(
            "净天数", [new FeelParameter("起", FeelType.Date)], FeelType.Number, _ => throw new ArgumentException("起止颠倒")));
        var compiled = FeelCompiler.Compile("净天数(date(\"2026-01-01\"))", scope, FeelMode.Strict).Require();

        Assert.Contains("起止颠倒", compiled.Evaluate(new Facts()).Error, StringComparison.Ordinal);
    }
}
