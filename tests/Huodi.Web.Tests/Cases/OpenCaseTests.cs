using System.Net;
using System.Text;
using Huodi.Domain.Ledger;
using Huodi.Web.Tests.Ledger;

namespace Huodi.Web.Tests.Cases;

/// <summary>Opening a case in the browser; the day is 2026-11-21.</summary>
public sealed class OpenCaseTests
{
    private const string Subject = "grant:2102112022B00002";
    private const string Idle = "CN-53-04/闲置土地处置";
    private static readonly (string, string)[] Filled = [("procedure", Idle), ("day", "2026-02-02"), ("document", "立案审批表"), ("by-name", "张三"), ("by-office", "某局")];

    [Fact]
    public async Task Open_FromTheButtonOfTheLedgerPage_IsInTheLedgerAndShowsTheFirstStep()
    {
        await using var site = await WithSupplyAsync();
        var button = await site.GetAsync("/ledger/grant/2102112022B00002");
        var form = await site.GetAsync($"/open-case?subject={Subject}");

        var sent = await site.SubmitAsync(form, "", Filled);
        var shown = await site.GetAsync(sent.Location!.Split('#')[0]);

        Assert.Contains($"href=\"/open-case?subject={Uri.EscapeDataString(Subject)}\"", button.Html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/cases/2026-0001?opened=true#next"), (sent.Status, sent.Location));
        foreach (var words in new[] { "已立案，案件编号 2026-0001", "下一步：发现涉嫌闲置", "期限 条文没有规定期限", "由谁 市、县国土资源主管部门", "材料 条文没有要求" })
            Assert.Contains(words, shown.Text, StringComparison.Ordinal);
        var entry = await site.Store.Ledger.FindAsync(2, TestContext.Current.CancellationToken);
        Assert.Equal(("case-open", "张三（某局）", "立案审批表"), (entry?.Kind, entry?.Draft.By, entry?.Draft.Document.Name));
    }

    [Fact]
    public async Task Form_ForLandInDalian_OffersItsProceduresWithTheirArticlesAndNoDraft()
    {
        await using var site = await WithSupplyAsync();

        var form = await site.GetAsync($"/open-case?subject={Subject}");

        Assert.Contains($"value=\"{Idle}\"", WebUtility.HtmlDecode(form.Html), StringComparison.Ordinal);
        Assert.Contains("依据第四条", form.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"DL-02/", WebUtility.HtmlDecode(form.Html), StringComparison.Ordinal);
        foreach (var other in new[] { "QD-13/", "WL-01/", "HF-" }) Assert.DoesNotContain($"value=\"{other}", form.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject", "宗地一", "LEDGER_SUBJECT", "subject-help")]
    [InlineData("procedure", "", "CASE_PROCEDURE", "procedure")]
    [InlineData("procedure", "X/没有", "CASE_PROCEDURE", "procedure")]
    [InlineData("procedure", "QD-13/容积率和用地性质变更", "CASE_LAW", "procedure")]
    [InlineData("procedure", "HF-B/试点步骤", "CASE_PLACE", "procedure")]
    [InlineData("day", "去年", "LEDGER_DAY", "day-help")]
    [InlineData("day", "2027-01-01", "LEDGER_DAY", "day-help")]
    [InlineData("day", "2010-01-01", "CASE_LAW", "procedure")]
    [InlineData("document", "", "LEDGER_TEXT", "document-help")]
    [InlineData("by-office", "", "LEDGER_TEXT", "by-faults")]
    [InlineData("number", "<script>", "", "number")]
    public async Task Open_WithOneThingWrong_SaysSoAtItsFieldAndKeepsTheRest(string field, string value, string code, string place)
    {
        await using var site = await WithSupplyAsync();
        var form = await site.GetAsync($"/open-case?subject={Subject}");

        var sent = await site.SubmitAsync(form, "", [.. Filled, ("subject", Subject), (field, value)]);

        if (code.Length == 0)
        {
            Assert.Equal(HttpStatusCode.SeeOther, sent.Status); // A hostile number is a number; it is shown harmlessly.
            Assert.DoesNotContain("<script>", (await site.GetAsync("/cases")).Html, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        var at = sent.Html[sent.Html.IndexOf($"id=\"{place}\"", StringComparison.Ordinal)..];
        Assert.Contains(code, at, StringComparison.Ordinal);
        if (field != "document") Assert.Contains("value=\"立案审批表\"", sent.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Open_ByTwoAtOnce_OpensOneAndTellsTheOtherWhichRuns()
    {
        await using var site = await WithSupplyAsync();
        var form = await site.GetAsync($"/open-case?subject={Subject}");

        var sent = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => site.SubmitAsync(form, "", Filled)));

        var refused = Assert.Single(sent, s => s.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Contains("同一程序已有在办的案件 2026-0001", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Open_WithAFile_KeepsItAndGivesItBackAsAnAttachment()
    {
        await using var site = await WithSupplyAsync();
        var form = await site.GetAsync($"/open-case?subject={Subject}");
        var content = Encoding.UTF8.GetBytes("<script>alert(1)</script>");

        var sent = await site.PostFileAsync(form, Filled.ToDictionary(f => f.Item1, f => f.Item2), "..\\审批表\u202e\"fdp.html", content);
        var entry = await site.GetAsync("/ledger/entries/2");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        using var file = await site.Http.GetAsync(new Uri($"/documents/{hash}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains($"href=\"/documents/{hash}\"", entry.Html, StringComparison.Ordinal);
        Assert.Equal(content, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("application/octet-stream", "attachment", "nosniff"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("审批表_fdp.html", file.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task Open_RefusedWithAFile_KeepsNoFileAndAsksForItAgain()
    {
        await using var site = await WithSupplyAsync();
        var form = await site.GetAsync($"/open-case?subject={Subject}");

        var sent = await site.PostFileAsync(form, new Dictionary<string, string> { ["procedure"] = "" }, "a.pdf", "abc"u8.ToArray());
        var large = await site.PostFileAsync(form, Filled.ToDictionary(f => f.Item1, f => f.Item2), "b.pdf", new byte[(20 << 20) + 1]);
        var empty = await site.PostFileAsync(form, Filled.ToDictionary(f => f.Item1, f => f.Item2), "c.pdf", []);

        foreach (var (answer, code) in new[] { (sent, "DOCUMENT_AGAIN"), (large, "DOCUMENT_TOO_LARGE"), (empty, "DOCUMENT_EMPTY") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(code, answer.Html[answer.Html.IndexOf("id=\"file-help\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }

        Assert.Empty(await site.Store.Documents.ListAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Step_WithTheFileOfAMaterial_HasTheMaterialAndKeepsIt()
    {
        await using var site = await WithSupplyAsync();
        _ = await site.SubmitAsync(await site.GetAsync($"/open-case?subject={Subject}"), "", Filled);
        var office = "市、县国土资源主管部门";
        _ = await site.SubmitAsync(
            await site.GetAsync("/cases/2026-0001"), "", ("step", "发现涉嫌闲置"), ("outcome", "涉嫌构成闲置土地"), ("role", office), ("day", "2026-02-02"), ("document", "发现记录"), ("by-name", "张三"), ("by-office", "某局"));
        var page = await site.GetAsync("/cases/2026-0001");
        var filled = new Dictionary<string, string>
        {
            ["step"] = "送达《闲置土地调查通知书》",
            ["outcome"] = "完成",
            ["role"] = office,
            ["day"] = "2026-02-09",
            ["document"] = "通知书",
            ["field-文号"] = "闲查1号",
            ["field-送达方式"] = "直接送达",
            ["by-name"] = "张三",
            ["by-office"] = "某局",
        };

        var sent = await site.PostFileAsync(page, filled, "回证.jpg", "xyz"u8.ToArray(), "file-of-material-0");
        var entry = await site.GetAsync("/ledger/entries/4");

        Assert.Equal((HttpStatusCode.SeeOther, "/cases/2026-0001"), (sent.Status, sent.Location));
        Assert.Contains("回证.jpg 送达回证", entry.Text, StringComparison.Ordinal);
    }

    private static async Task<LedgerSite> WithSupplyAsync()
    {
        var site = await LedgerSite.StartAsync();
        var supplied = new System.Text.Json.Nodes.JsonObject { ["权利类型"] = "出让", ["合同签订日期"] = "2022-02-10", ["行政区划代码"] = "210211", ["约定开工日期"] = "2024-02-01" };
        _ = await site.Store.Ledger.AppendAsync(
            [new(new(LedgerSubjectKind.Grant, "2102112022B00002"), "supply", new(2022, 2, 10), "甲", new("合同"), LedgerPayload.Of(supplied))], TestContext.Current.CancellationToken);
        return site;
    }
}
