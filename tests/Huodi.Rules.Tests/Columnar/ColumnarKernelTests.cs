namespace Huodi.Rules.Tests.Columnar;

public sealed class ColumnarKernelTests
{
    private static readonly FeelScope Scope = new FeelScope()
        .Declare("地价", FeelType.Number).Declare("面积", FeelType.Number).Declare("用途", FeelType.String).Declare("签订", FeelType.Date);

    [Fact]
    public void Run_MissingFact_NamesItForTheRowsThatNeedIt()
    {
        var kernel = Kernel("if 用途 = \"工业\" then 地价 * 2 else 0");
        var batch = new ColumnBatch(3)
            .With("用途", StringColumn.Of(["工业", "住宅", null]))
            .With("地价", NumberColumn.Of([null, null, 5m]));
        var output = new ColumnOutput();

        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.Equal(["地价"], output.Answer(0).Missing);
        Assert.Equal(0, output.Answer(1).Value.AsNumber());
        Assert.Equal(["用途"], output.Answer(2).Missing);
        Assert.Equal(2, output.Count(ColumnState.Missing));
    }

    [Fact]
    public void Run_ProductBeyond64Bits_IsExact()
    {
        var kernel = Kernel("地价 * 面积");
        var batch = new ColumnBatch(2)
            .With("地价", NumberColumn.OfScaled([9_000_000_000_000_000_000, 250], 2))
            .With("面积", NumberColumn.Of([3.5m, 4m]));
        var output = new ColumnOutput();

        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.True(kernel.IsColumnar(batch));
        Assert.Equal(315_000_000_000_000_000m, output.Number(0));
        Assert.Equal(10m, output.Number(1));
    }

    [Fact]
    public void Run_DivisionByZero_IsAnErrorOfThatRowOnly()
    {
        var kernel = Kernel("地价 / 面积");
        var batch = new ColumnBatch(2).With("地价", NumberColumn.Of([6m, 6m])).With("面积", NumberColumn.Of([0m, 4m]));
        var output = new ColumnOutput();

        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.Equal(ColumnState.Other, output.State(0));
        Assert.NotNull(output.Answer(0).Error);
        Assert.Equal(1.5m, output.Number(1));
    }

    [Fact]
    public void Run_FunctionCall_FallsBackToTheScalarWay()
    {
        var kernel = Kernel("floor(地价)");
        var batch = new ColumnBatch(2).With("地价", NumberColumn.Of([6.5m, null]));
        var output = new ColumnOutput();

        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.False(kernel.IsColumnar(batch));
        Assert.Equal(6m, output.Number(0));
        Assert.Equal(["地价"], output.Answer(1).Missing);
    }

    [Fact]
    public void Run_DatesAndTexts_ComeOutAsSuch()
    {
        var output = new ColumnOutput();
        var batch = new ColumnBatch(1)
            .With("签订", DateColumn.Of([new DateOnly(2025, 1, 1)])).With("用途", StringColumn.OfCodes([1], ["住宅", "工业"]));

        Kernel("if 用途 = \"工业\" then 签订 else date(\"2020-01-01\")").Run(batch, output, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2025, 1, 1), output.Date(0));
        Kernel("if 签订 < date(\"2026-01-01\") then 用途 else \"其他\"").Run(batch, output, TestContext.Current.CancellationToken);
        Assert.Equal("工业", output.Text(0));
    }

    [Fact]
    public void Run_Again_AllocatesNothingForARow()
    {
        var kernel = Kernel("if 用途 = \"工业\" then 地价 * 面积 else 地价 * 0.5");
        const int Rows = 20_000;
        var batch = new ColumnBatch(Rows)
            .With("用途", StringColumn.Of([.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? "工业" : "住宅")]))
            .With("地价", NumberColumn.Of([.. Enumerable.Range(0, Rows).Select(i => i % 7 == 0 ? (decimal?)null : i / 4m)]))
            .With("面积", NumberColumn.Of([.. Enumerable.Range(0, Rows).Select(i => i * 1.25m)]));
        var output = new ColumnOutput();
        for (var i = 0; i < 3; i++) kernel.Run(batch, output, TestContext.Current.CancellationToken);

        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(batch, output, TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);
    }

    [Fact]
    public void Run_ManyThreadsOneKernel_EachGetsItsOwnRows()
    {
        var kernel = Kernel("地价 * 面积 + 1");

        Parallel.For(0, 16, thread =>
        {
            var batch = new ColumnBatch(5000)
                .With("地价", NumberColumn.Of([.. Enumerable.Range(0, 5000).Select(i => (decimal)i)]))
                .With("面积", NumberColumn.Of([.. Enumerable.Repeat((decimal)thread, 5000)]));
            var output = new ColumnOutput();
            kernel.Run(batch, output, TestContext.Current.CancellationToken);
            for (var i = 0; i < 5000; i++) Assert.Equal((i * thread) + 1m, output.Number(i));
        });
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        var batch = new ColumnBatch(1).With("地价", NumberColumn.Of([1m]));

        _ = Assert.Throws<OperationCanceledException>(() => Kernel("地价 * 2").Run(batch, new ColumnOutput(), new CancellationToken(true)));
    }

    [Fact]
    public void With_ColumnOfOtherLength_Refuses() =>
        Assert.Throws<ArgumentException>(() => new ColumnBatch(2).With("地价", NumberColumn.Of([1m])));

    [Theory]
    [InlineData("0.1", true)]
    [InlineData("123456789012.3456", true)]
    [InlineData("-9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("0.1234567890123", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void NumberColumn_OfDecimals_IsScaledWhereThatIsExact(string text, bool scaled)
    {
        var number = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        var column = NumberColumn.Of([number, 1m]);

        Assert.Equal(scaled, column.IsScaled);
        Assert.Equal(number, column[0]!.AsNumber());
    }

    private static ColumnarKernel Kernel(string text) => FeelCompiler.Compile(text, Scope, FeelMode.Strict).Require().CompileColumnar();
}
