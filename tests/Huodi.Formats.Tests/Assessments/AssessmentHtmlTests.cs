using System.Xml.Linq;
using Huodi.App.Assessments;
using Huodi.Formats.Assessments;

namespace Huodi.Formats.Tests.Assessments;

public sealed class AssessmentHtmlTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huodi-");

    [Fact]
    public async Task Write_Page_SaysWhatTheRunSays()
    {
        var page = await WriteAsync(
            Runs.MadeParcel("DEMO-340111-000001", Runs.Line("CN-53-02/闲置", "met"), Runs.Line("DL-10/开工违约金", "value", "600000.00", "元")),
            Runs.Grant("3401112024B00001", "", Runs.Line("CN-53-02/闲置", "needsFacts", null, null, "已开工"), Runs.Line("DL-10/开工违约金", "notApplicable")));

        var words = string.Join(' ', page.Descendants().Where(e => !e.HasElements).Select(e => e.Value));
        Assert.Contains("第 3 次评估", words, StringComparison.Ordinal);
        Assert.Contains("DL-10/开工违约金 600000.00 元", words, StringComparison.Ordinal);
        Assert.Contains("待补充材料 1 项", words, StringComparison.Ordinal);
        Assert.Contains("生成的演示地块", words, StringComparison.Ordinal);
        Assert.Contains("已开工 1 1", words, StringComparison.Ordinal);
        Assert.Contains("sha256:" + new string('a', 64), words, StringComparison.Ordinal);
        Assert.Equal(["所用法规", "按结论", "按条款", "最该补的材料", "各宗地和供地结果"], page.Descendants("h2").Select(h => h.Value));
    }

    [Fact]
    public async Task Write_Page_NeedsNothingFromOutside()
    {
        var page = await WriteAsync(Runs.Grant("A", "一", Runs.Line("DL-10/a", "met")));

        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"x")]
    [InlineData("</td></tr></table><h2>假的</h2>")]
    [InlineData("&lt;b&gt;")]
    [InlineData("坏\u0000字\u0008符")]
    public async Task Write_HostileText_StaysText(string text)
    {
        var page = await WriteAsync(
            Runs.Grant(text, text, new VerdictLine(text, text, text, text, "\"<i>\"", text, [text], text), Runs.Line("DL-10/a", "needsFacts", null, null, text)));

        Assert.Empty(page.Descendants("script"));
        Assert.Equal(5, page.Descendants("h2").Count());
        if (!text.Any(char.IsControl)) Assert.Contains(page.Descendants("td"), td => td.Value.StartsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_ManySubjects_ListsTheFirstAndSaysSo()
    {
        var many = Enumerable.Range(0, 2_500).Select(i => Runs.Grant($"G{i}", "名", Runs.Line("DL-10/a", "met"))).ToArray();

        var page = await WriteAsync(many);

        Assert.Contains(page.Descendants("p"), p => p.Value == "共 2500 个，这里列出前 2000 个，其余见 CSV。");
        Assert.Contains(page.Descendants("td"), td => td.Value == "2500");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The page is well-formed, so it can be read as XML behind its document type.</summary>
    private async Task<XDocument> WriteAsync(params SubjectAssessment[] subjects)
    {
        var path = Path.Combine(_folder.FullName, "assessment-3.html");
        await AssessmentHtml.WriteAsync(path, Runs.Run, Runs.Of(subjects), TestContext.Current.CancellationToken);
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", text, StringComparison.Ordinal);
        return XDocument.Parse(text["<!DOCTYPE html>".Length..]);
    }
}
