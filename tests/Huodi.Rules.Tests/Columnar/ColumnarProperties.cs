using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Rules.Tests.Columnar;

public sealed class ColumnarProperties
{
    [Theory]
    [InlineData(FeelMode.Strict)]
    [InlineData(FeelMode.Conformant)]
    public void Run_AnyExpressionAndRows_AgreesWithScalarAndTraced(FeelMode mode)
    {
        var columnar = 0;
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var text = new RandomExpressions(random).Any(random.Next(20));
            var expression = FeelCompiler.Compile(text, RandomBatch.Scope, mode).Require();
            var rows = new RandomBatch(random, random.Next(12) == 0 ? random.Next(1000, 2500) : random.Next(1, 130));
            var kernel = expression.CompileColumnar();
            if (kernel.IsColumnar(rows.Batch)) columnar++;

            Agreement.Check(text, kernel, rows, f => expression.Evaluate(f), f => expression.Trace(f), new ColumnOutput());
        }));

        Assert.True(columnar > 150, $"only {columnar} of 400 expressions ran in columns");
    }

    [Theory]
    [InlineData(FeelMode.Strict, 1, 10)]
    [InlineData(FeelMode.Strict, 12, 70)]
    [InlineData(FeelMode.Conformant, 1, 40)]
    public void Run_AnyTableAndRows_AgreesWithScalarAndTraced(FeelMode mode, int fewest, int most)
    {
        var columnar = 0;
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(250), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var source = new RandomTables(random).Any(random.Next(fewest, most + 1), random.Next(1, 5));
            var table = FeelCompiler.CompileTable(source, RandomBatch.Scope, mode).Require();
            var rows = new RandomBatch(random, random.Next(1, 150));
            var kernel = table.CompileColumnar();
            if (kernel.IsColumnar(rows.Batch)) columnar++;

            Agreement.Check(RandomTables.Print(source), kernel, rows, f => table.Evaluate(f), f => table.Trace(f), new ColumnOutput());
        }));

        Assert.True(columnar > 60, $"only {columnar} of 250 tables ran in columns");
    }

    [Fact]
    public void Run_TableTooLargeForAGrid_AgreesWithScalarAndTraced()
    {
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var source = new RandomTables(random).Wide(400);
            var table = FeelCompiler.CompileTable(source, RandomBatch.Scope, FeelMode.Strict).Require();
            var rows = new RandomBatch(random, 300);

            Agreement.Check("wide", table.CompileColumnar(), rows, f => table.Evaluate(f), f => table.Trace(f), new ColumnOutput());
        }));
    }
}
