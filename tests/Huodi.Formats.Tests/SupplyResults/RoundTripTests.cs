using System.Text;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Formats.SupplyResults;
using Huodi.Testing;

namespace Huodi.Formats.Tests.SupplyResults;

/// <summary>Refused rows are exported, corrected and imported again; nothing comes in twice.</summary>
public sealed class RoundTripTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_CorrectedExportOfTheRealFile_AddsWhatWasRefusedAndNoDoubles()
    {
        await using var store = new InMemoryLandStore();
        var first = await store.SaveAsync(RealBatch(), None);
        Assert.Equal((205, 0, 20), (first.Added, first.Unchanged, first.Refused.Count));

        var export = Export(first.Refused, await store.HeaderAsync(first.Batch, None));
        var corrected = export.Replace("1502002007B00799,内蒙古光大洲房地产开发有限公司,昆区,0.235900,新增建设用地(来自存量库),其他商服用地,招标出让,40,房地产业,三级,0.0000", "1502002007B00799,内蒙古光大洲房地产开发有限公司,昆区,0.235900,新增建设用地(来自存量库),其他商服用地,招标出让,40,房地产业,三级,100.0000", StringComparison.Ordinal);
        Assert.NotEqual(export, corrected);

        var second = await store.SaveAsync(Sample.Batch(Sample.Supply(corrected)), None);
        Assert.Equal((1, 0, 19), (second.Added, second.Unchanged, second.Refused.Count));
        Assert.Equal(1_000_000m, (await store.FindGrantAsync("1502002007B00799", None))?.Facts.Find("出让价款总额")?.Value.GetValue<decimal>());

        var third = await store.SaveAsync(Sample.Batch(Sample.Supply(corrected)), None);
        Assert.Equal((0, 1, 19), (third.Added, third.Unchanged, third.Refused.Count));
        var fourth = await store.SaveAsync(RealBatch(), None);
        Assert.Equal((0, 205), (fourth.Added, fourth.Unchanged));
    }

    [Fact]
    public async Task Import_OtherContentUnderAStoredNumber_IsRefusedNotOverwritten()
    {
        await using var store = new InMemoryLandStore();
        _ = await store.SaveAsync(Sample.SupplyRows(Sample.GoodRow), None);

        var report = await store.SaveAsync(Sample.SupplyRows(Sample.Row(("面积(公顷)", "8"))), None);

        Assert.Equal((0, 0, 2), (report.Added, report.Unchanged, Assert.Single(report.Refused).Row));
        Assert.Equal("8", report.Refused[0].Cells[4]);
        Assert.Equal(78488.52m, (await store.FindGrantAsync("4101842007B01080", None))?.Facts.Find("宗地面积")?.Value.GetValue<decimal>());
    }

    [Fact]
    public void Export_UncorrectedRows_AreRefusedForTheSameReasons()
    {
        var first = RealBatch();

        var second = Sample.Batch(Sample.Supply(Export(first.Refused, first.Header)));

        Assert.Equal(first.Header, second.Header);
        Assert.Equal(first.Refused.Select(Codes), second.Refused.Select(Codes));
        Assert.Equal(first.Refused.SelectMany(r => r.Cells), second.Refused.SelectMany(r => r.Cells));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("'=已有撇号")]
    [InlineData("'普通撇号")]
    [InlineData("带,逗号\n和换行 \"引号\"")]
    public void Export_DangerousText_IsSafeInASpreadsheetAndReadsBack(string text)
    {
        var batch = Sample.SupplyRows(Sample.Row(("电子监管号", ""), ("项目名称", $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        Assert.Equal(text, Assert.Single(batch.Refused).Cells[2]);

        var export = Export(batch.Refused, batch.Header);

        Assert.DoesNotMatch("(^|,)\"?[=+@-]", export);
        Assert.Equal(text, Assert.Single(Sample.Batch(Sample.Supply(export)).Refused).Cells[2]);
    }

    [Fact]
    public void Export_SaysRowProblemAndRemedyFirst()
    {
        var batch = Sample.SupplyRows(Sample.Row(("电子监管号", "")));

        var lines = Export(batch.Refused, batch.Header).Split("\r\n");

        Assert.StartsWith("\uFEFF行号,问题,建议,所在地,电子监管号", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("2,［电子监管号］电子监管号是空的", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    private static ImportBatch RealBatch()
    {
        using var file = Sample.Open("supply-results-2007.csv");
        return Sample.Batch(SupplyResultsReader.Read(file, Sample.Request("supply-results-2007.csv")));
    }

    private static string Export(IReadOnlyList<RefusedRow> rows, IReadOnlyList<string> header)
    {
        using var output = new MemoryStream();
        RefusedRowsExport.Write(rows, header, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Codes(RefusedRow row) => string.Join(' ', row.Diagnostics.Where(d => d.Severity == ImportSeverity.Error).Select(d => d.Code));
}
