using System.Net;
using Huodi.App.Cases;
using Huodi.Domain.Ledger;
using Huodi.Web.Tests.Fixture;
using Huodi.Web.Tests.Ledger;

namespace Huodi.Web.Tests.Cases;

/// <summary>Cases and letters in the browser's way: pages, forms with their token, and what the ledger then holds.</summary>
public sealed class CasePageTests
{
    private const string Office = "市、县国土资源主管部门";
    private static readonly LedgerSubject Grant = new(LedgerSubjectKind.Grant, "2102112020B00001");

    [Fact]
    public async Task Case_StepRecordedFromItsForm_IsInTheLedgerAndTheNextIsShown()
    {
        await using var site = await WithCaseAsync();
        var page = await site.GetAsync("/cases/A");

        var sent = await site.SubmitAsync(
            page, "", ("step", "发现涉嫌闲置"), ("outcome", "涉嫌构成闲置土地"), ("role", Office), ("day", "2013-01-10"), ("document", "发现记录"), ("by-name", "张三"), ("by-office", "某局"));
        var after = await site.GetAsync("/cases/A");
        var list = await site.GetAsync("/cases");

        Assert.Equal((HttpStatusCode.SeeOther, "/cases/A"), (sent.Status, sent.Location));
        Assert.Contains("下一步：送达《闲置土地调查通知书》", after.Text, StringComparison.Ordinal);
        Assert.Contains("送达《闲置土地调查通知书》", list.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Case_FormWithEverythingWrong_TellsItAllAndKeepsWhatWasTyped()
    {
        await using var site = await WithCaseAsync();
        var page = await site.GetAsync("/cases/A");

        var sent = await site.SubmitAsync(
            page, "", ("step", "下达《闲置土地认定书》"), ("outcome", "<b>错</b>"), ("role", "乙方"), ("day", "2013-01-10"), ("document", "文"), ("by-name", "张三"), ("by-office", "某局"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        foreach (var code in new[] { "STEP_SKIPPED", "OUTCOME_UNKNOWN", "STEP_ROLE", "STEP_DOCUMENT", "LEDGER_FIELD_MISSING" }) Assert.Contains(code, sent.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;错&lt;/b&gt;\"", sent.Html, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Case_TheSameFormSentTwice_RecordsOneStepAndSaysWhoWasFirst()
    {
        await using var site = await WithCaseAsync();
        var page = await site.GetAsync("/cases/A");
        Task<LedgerSite.Sent> SendAsync(string name) => site.SubmitAsync(
            page, "", ("step", "发现涉嫌闲置"), ("outcome", "涉嫌构成闲置土地"), ("role", Office), ("day", "2013-01-10"), ("document", "发现记录"), ("by-name", name), ("by-office", "某局"));

        _ = await SendAsync("张三");
        var second = await SendAsync("李四");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("已由 张三（某局） 登记", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_WithoutTheToken_RecordsNothing()
    {
        await using var site = await WithCaseAsync();

        var sent = await site.PostAsync("/cases/A", new Dictionary<string, string> { ["step"] = "发现涉嫌闲置" });

        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.Equal(2, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);
    }

    [Fact]
    public async Task Letter_WithAnEntryMissing_SaysWhatIsMissingAndRecordsNothing()
    {
        await using var site = await WithCaseAsync();
        var page = await site.GetAsync($"/letters/new?template={Uri.EscapeDataString("dalian-2025/监管提醒函")}&case=A");

        var sent = await site.SubmitAsync(page, "preview", ("entry-提醒事项", "尚未取得施工许可证"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
        Assert.Contains("未填写：联系人", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_PreviewedAndRecorded_HasAPageAndADocument()
    {
        await using var site = await WithCaseAsync();
        (string, string)[] entries =
        [
            ("entry-提醒事项", "尚未取得施工许可证"), ("entry-联系人", "李某"), ("entry-联系电话", "1"), ("entry-发文机关", "某局"), ("entry-发文字号", "某函1号"),
            ("entry-成文日期", "2013-01-10"), ("by-name", "张三"), ("by-office", "某局"),
        ];
        var page = await site.GetAsync($"/letters/new?template={Uri.EscapeDataString("dalian-2025/监管提醒函")}&case=A");

        var preview = await site.SubmitAsync(page, "preview", entries);
        var recorded = await site.SubmitAsync(preview, "record", entries);
        var shown = await site.GetAsync(recorded.Location ?? "");
        using var docx = await site.Http.GetAsync(new Uri("/letters/3.docx", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("预览，还没有登记", preview.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/letters/3"), (recorded.Status, recorded.Location));
        Assert.Contains("尚未取得施工许可证", shown.Text, StringComparison.Ordinal);
        Assert.Equal((byte)'P', (await docx.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[0]);
        Assert.Contains("某函1号", (await site.GetAsync("/cases/A")).Text, StringComparison.Ordinal);
    }

    private static async Task<LedgerSite> WithCaseAsync()
    {
        var site = await LedgerSite.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var supplied = new System.Text.Json.Nodes.JsonObject
        {
            ["权利类型"] = "出让",
            ["合同签订日期"] = "2005-01-01",
            ["权利人"] = "某公司",
            ["项目位置"] = "某路",
            ["项目名称"] = "某项目",
            ["宗地面积"] = 20000,
            ["电子监管号"] = "2102112020B00001",
            ["约定开工日期"] = "2006-01-01",
            ["约定竣工日期"] = "2008-01-01",
        };
        _ = await site.Store.Ledger.AppendAsync([new(Grant, "supply", new(2005, 1, 1), "甲", new("合同"), LedgerPayload.Of(supplied))], cancellation);
        var keep = new KeepCases(SampleCity.Policies, SampleCity.Ledger, site.Store.Ledger, new(2026, 1, 1));
        _ = await keep.OpenAsync(new(Grant, "CN-53-04/闲置土地处置", "A", new(2013, 1, 5), "甲", new("审批表")), cancellation);
        return site;
    }
}
