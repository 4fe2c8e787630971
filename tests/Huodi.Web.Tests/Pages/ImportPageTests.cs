using System.Text;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Pages;

public sealed class ImportPageTests(RunningWeb web)
{
    private const int SupplyBatch = 3;

    [Fact]
    public async Task Imports_ListsAllWithTheirCounts()
    {
        var text = Html.Text(await web.Http.PageAsync("/imports"));

        Assert.Contains("第 3 批 supply-results-2007.csv 供地结果", text, StringComparison.Ordinal);
        Assert.Contains("hefei.geojson 区县界线", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RefusedRows_AreShownWithReasonAndRemedy()
    {
        var import = await web.Store.ImportsAsync(CancellationToken.None).FirstAsync(i => i.Batch == SupplyBatch);
        var text = Html.Text(await web.Http.PageAsync($"/imports/{SupplyBatch}"));
        var first = import.Refused[0];

        Assert.Contains($"第 {first.Row} 行", text, StringComparison.Ordinal);
        Assert.All(first.Diagnostics, d => Assert.Contains(d.Suggestion, text, StringComparison.Ordinal));
        Assert.All(first.Diagnostics, d => Assert.Contains(d.Code, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedRows_Downloaded_CarryHeaderAndEveryRefusedRow()
    {
        var import = await web.Store.ImportsAsync(CancellationToken.None).FirstAsync(i => i.Batch == SupplyBatch);
        using var response = await web.Http.GetAsync(new Uri($"/imports/{SupplyBatch}/refused.csv", UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("refused-3.csv", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("电子监管号", lines[0], StringComparison.Ordinal);
        Assert.Equal(import.Refused.Count + 1, lines.Length);
    }

    [Theory]
    [InlineData("/imports/99")]
    [InlineData("/imports/99/refused.csv")]
    [InlineData("/imports/1/refused.csv")]
    public async Task Import_ThatIsNotThereOrHasNoTable_IsNotFound(string address)
    {
        using var response = await web.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }
}
