using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Columnar;

/// <summary>Numbers of up to 29 digits, whose blocks run on 64 bits, on 128 bits or on decimals, side by side in one batch.</summary>
public sealed class WideNumberProperties
{
    private static readonly decimal[] Limits =
    [
        decimal.MaxValue, decimal.MinValue, decimal.MaxValue / 2, decimal.MaxValue - 1, 7_922_816_251_426_433_759_354_395_033.5m,
        792_281_625_142_643_375_935_439_503.35m, -792_281_625_142_643_375_935_439_503.36m, long.MaxValue, long.MinValue, ulong.MaxValue,
        9_223_372_036_854_775_808m, -9_223_372_036_854_775_809m, 1e28m, 0.0000000000000000000000000001m, 281_474_976_710_656m,
    ];

    [Theory]
    [InlineData(FeelMode.Strict)]
    [InlineData(FeelMode.Conformant)]
    public void Run_WideNumbers_AgreesWithScalarAndTraced(FeelMode mode)
    {
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var expressions = new RandomExpressions(random);
            var text = random.Next(4) == 0 ? expressions.Truth(random.Next(12)) : expressions.Number(random.Next(16));
            var expression = FeelCompiler.Compile(text, RandomBatch.Scope, mode).Require();
            var rows = new RandomBatch(random, random.Next(12) == 0 ? random.Next(1000, 2500) : random.Next(1, 130), Source(random));

            Agreement.Check(text, expression.CompileColumnar(), rows, f => expression.Evaluate(f), f => expression.Trace(f), new ColumnOutput());
        }));
    }

    [Theory]
    [InlineData("a * b")]
    [InlineData("a + b")]
    [InlineData("a - b")]
    [InlineData("-a")]
    [InlineData("a / 4")]
    [InlineData("a / 0.05")]
    [InlineData("(a + 0.25) / 100")]
    [InlineData("a <= b")]
    [InlineData("a + 0.001 = b")]
    [InlineData("if p then a * 0.0002 * b else a * 0.2")]
    [InlineData("if a < b then a else b + 12345678901234567890123.45")]
    public void Run_NumbersOfOneSize_AgreesWithScalarAndTraced(string text)
    {
        var expression = FeelCompiler.Compile(text, RandomBatch.Scope, FeelMode.Strict).Require();
        var kernel = expression.CompileColumnar();
        var output = new ColumnOutput();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var rows = new RandomBatch(random, random.Next(1, 130), OfSize(random));

            Agreement.Check(text, kernel, rows, f => expression.Evaluate(f), f => expression.Trace(f), output);
        }));
    }

    [Fact]
    public void Run_BlocksOfEachForm_GiveExactNumbers()
    {
        decimal[] sizes = [1_000m, 12_345_678_901_234_567_890m, 70_000_000_000_000_000_000_000_000_000m];
        var numbers = Enumerable.Range(0, 3 * 1024).Select(i => sizes[i / 1024] + (i % 7)).ToArray();
        var kernel = FeelCompiler.Compile("-a + a * 1.1", RandomBatch.Scope, FeelMode.Strict).Require().CompileColumnar();
        var output = new ColumnOutput();

        kernel.Run(new ColumnBatch(numbers.Length).With("a", NumberColumn.Of(numbers)), output, TestContext.Current.CancellationToken);

        for (var i = 0; i < numbers.Length; i++)
        {
            if (i < 2048) Assert.Equal(-numbers[i] + (numbers[i] * 1.1m), output.Number(i));
            else Assert.NotEqual(ColumnState.Missing, output.State(i));
        }
    }

    [Fact]
    public void Run_WideNumbersAgain_AllocatesNothingForARow()
    {
        const int Rows = 20_000;
        var batch = new ColumnBatch(Rows).With("a", NumberColumn.Of([.. Enumerable.Range(0, Rows).Select(i => 12_345_678_901_234_567_890.25m + i)]));
        var kernel = FeelCompiler.Compile("if a > 5 then a * 1.5 else -a", RandomBatch.Scope, FeelMode.Strict).Require().CompileColumnar();
        var output = new ColumnOutput();
        for (var i = 0; i < 3; i++) kernel.Run(batch, output, TestContext.Current.CancellationToken);

        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);
    }

    /// <summary>Mostly one size, so that whole blocks take one form; now and then a small one or one at a limit.</summary>
    private static Func<decimal> OfSize(Random random)
    {
        var (digits, scale) = (random.Next(1, 29), random.Next(0, 5));
        return () => random.Next(10) == 0 ? random.Next(-99, 99) : Number(random, digits, scale);
    }

    private static Func<decimal> Source(Random random)
    {
        var most = random.Next(17, 29);
        var limits = random.Next(3) == 0;
        return () => limits && random.Next(20) == 0 ? Limits[random.Next(Limits.Length)]
            : random.Next(3) == 0 ? random.Next(-500, 500) / 4m
            : Number(random, random.Next(17, most + 1), random.Next(0, 4));
    }

    private static decimal Number(Random random, int digits, int scale)
    {
        var size = Int128.Zero;
        for (var i = 0; i < digits; i++) size = (size * 10) + random.Next(i == 0 ? 1 : 0, 10);
        var low = (ulong)(size & ulong.MaxValue);
        return unchecked(new decimal((int)low, (int)(low >> 32), (int)(size >> 64), random.Next(2) == 0, (byte)scale));
    }
}
