using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Huodi.App.Warnings;
using Huodi.Domain.Codes;
using Huodi.Domain.Ledger;
using Huodi.Domain.Warnings;
using Huodi.Web.Tests.Fixture;
using Huodi.Web.Tests.Ledger;

namespace Huodi.Web.Tests.Warnings;

public sealed class WarningPageTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly (string, string)[] Who = [("by-name", "王五"), ("by-office", "利用科")];

    [Fact]
    public async Task List_BeforeTheFirstRun_SaysHowToRun()
    {
        await using var site = await LedgerSite.StartAsync();

        var page = await site.GetAsync("/warnings");

        Assert.Contains("还没有核对过时限", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的预警", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Filtered_ShowsWhatIsAskedForTheMostUrgentFirst()
    {
        await using var site = await GivenAsync();

        var all = await site.GetAsync("/warnings");
        var some = await site.GetAsync("/warnings?level=%E9%80%BE%E6%9C%9F&office=%E8%87%AA%E7%84%B6%E8%B5%84%E6%BA%90%E4%B8%BB%E7%AE%A1%E9%83%A8%E9%97%A8");
        var wrong = await site.GetAsync("/warnings?due=%E6%98%8E%E5%A4%A9");

        // The fixed day is 2026-11-21: forty days behind 2026-10-12.
        Assert.Contains("已过 40 天", all.Text, StringComparison.Ordinal);
        Assert.True(all.Text.IndexOf("约定开工 最后一日", StringComparison.Ordinal) < all.Text.IndexOf("过渡期届满 最后一日", StringComparison.Ordinal), all.Text);
        Assert.Contains("3 项，其中待签收 3 项", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("过渡期届满 最后一日", some.Text, StringComparison.Ordinal);
        Assert.Contains("<mark-free>", WebUtility.HtmlDecode(all.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<mark-free>", all.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
    }

    [Fact]
    public async Task Page_AcknowledgedDelegatedAndClosed_KeepsEachStepWithItsEvidence()
    {
        await using var site = await GivenAsync();
        var entry = (await site.Store.Ledger.AppendAsync(
            [new(new(LedgerSubjectKind.Grant, "2102112025B00001"), "start", new(2026, 11, 1), "王五", new("动工核实单"), LedgerPayload.Empty)], None))[0].Entry;

        var acknowledged = await site.SubmitAsync(await site.GetAsync("/warnings/1"), "", Who);
        Assert.Equal((HttpStatusCode.SeeOther, "/warnings/1#history"), (acknowledged.Status, acknowledged.Location));
        _ = await site.SubmitAsync(await site.GetAsync("/warnings/1?do=delegate"), "", [("office", "执法队"), ("person", "赵六"), ("reason", "现场核实"), .. Who]);
        var form = await site.GetAsync("/warnings/1?do=close");
        Assert.Contains("第 1 条 2026年11月1日 开工 动工核实单", form.Text, StringComparison.Ordinal);
        var closed = await site.SubmitAsync(form, "", [("entry", $"{entry.Number}"), .. Who]);
        Assert.Equal(HttpStatusCode.SeeOther, closed.Status);

        var page = await site.GetAsync("/warnings/1");
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        foreach (var words in new[] { "已办结", "签收 王五（利用科）", "转办 王五（利用科）", "交 执法队 赵六", "现场核实", "台账第 1 条" }) Assert.Contains(words, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_WithAFile_KeepsItsNameAndHash()
    {
        await using var site = await GivenAsync();
        var form = await site.GetAsync("/warnings/2?do=close");

        var closed = await site.PostFileAsync(form, Who.ToDictionary(w => w.Item1, w => w.Item2), "批复.pdf", "abc"u8.ToArray());

        Assert.Equal(HttpStatusCode.SeeOther, closed.Status);
        var document = (await site.Store.Warnings.HistoryAsync(2, None).SingleAsync()).Act.Document;
        // SHA-256 of abc: FIPS 180-2, appendix B.1.
        Assert.Equal(new("批复.pdf", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), document);
    }

    [Theory]
    [InlineData("close", "LEDGER_TEXT", "by-name", "")]
    [InlineData("close", "", "reason", "没有证据")]
    [InlineData("close", "", "document", "批复")]
    [InlineData("close", "", "entry", "77")]
    [InlineData("delegate", "", "reason", "没有写单位")]
    public async Task Form_WithSomethingMissing_SaysSoAndRecordsNothing(string act, string code, string field, string value)
    {
        await using var site = await GivenAsync();

        var refused = await site.SubmitAsync(await site.GetAsync($"/warnings/1?do={act}"), "", [.. code.Length == 0 ? Who : [], (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有记下。", refused.Text, StringComparison.Ordinal);
        Assert.Contains(value, refused.Html, StringComparison.Ordinal);
        Assert.Empty(await site.Store.Warnings.HistoryAsync(1, None).ToListAsync());
    }

    [Fact]
    public async Task Form_SentAfterSomebodyElseActed_IsRefusedWithWhoDidWhat()
    {
        await using var site = await GivenAsync();
        var mine = await site.GetAsync("/warnings/1");
        _ = await site.Store.Warnings.ActAsync(1, 0, WarningAct.Acknowledge("张三（规划科）"), None);

        var late = await site.SubmitAsync(mine, "", Who);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("由 张三（规划科） 签收", late.Text, StringComparison.Ordinal);
        _ = await site.Store.Warnings.HistoryAsync(1, None).SingleAsync();
    }

    [Fact]
    public async Task Many_ChosenAndAcknowledged_AreEachRecordedByThemselves()
    {
        await using var site = await GivenAsync();

        var sent = await ManyAsync(site, "/warnings?office=%E8%87%AA%E7%84%B6%E8%B5%84%E6%BA%90%E4%B8%BB%E7%AE%A1%E9%83%A8%E9%97%A8", "acknowledge", ["1:0", "2:0", "3:0"]);

        Assert.Equal((HttpStatusCode.SeeOther, true), (sent.Status, sent.Location!.StartsWith("/warnings?office=", StringComparison.Ordinal)));
        Assert.Contains("签收 3 项，已记下。", (await site.GetAsync(sent.Location[..sent.Location.IndexOf('#', StringComparison.Ordinal)])).Text, StringComparison.Ordinal);
        foreach (var number in new[] { 1, 2, 3 })
            Assert.Equal((WarningAction.Acknowledge, "王五（利用科）"), (await site.Store.Warnings.HistoryAsync(number, None).Select(e => (e.Act.Action, e.Act.By)).SingleAsync()));
        Assert.Contains("没有这样的预警", (await site.GetAsync("/warnings?all=given")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_OneOfWhichSomebodyElseDid_RecordsTheOthersAndSaysWhoWasFirst()
    {
        await using var site = await GivenAsync();
        _ = await site.Store.Warnings.ActAsync(2, 0, WarningAct.Acknowledge("张三（规划科）"), None);

        var sent = await ManyAsync(site, "/warnings", "delegate", ["1:0", "2:0", "77:0"], ("office", "执法队"), ("person", "赵六"), ("reason", "现场核实"));

        Assert.Equal(HttpStatusCode.Conflict, sent.Status);
        foreach (var words in new[] { "转办 1 项，已记下。", "2 项没有记下", "由 张三（规划科） 签收", "没有第 77 号预警" }) Assert.Contains(words, sent.Text, StringComparison.Ordinal);
        Assert.Equal(("执法队", "赵六"), (await site.Store.Warnings.FindAsync(1, None) is { } one ? (one.Office, one.Person) : default));
        _ = await site.Store.Warnings.HistoryAsync(2, None).SingleAsync();
    }

    [Theory]
    [InlineData("delegate", "转办单位", "1:0")]
    [InlineData("acknowledge", "没有选中任何预警")]
    [InlineData("acknowledge", "选中的预警看不懂", "1:0", "<b>:x")]
    [InlineData("close", "办结要逐项附证据", "1:0")]
    public async Task Many_WithSomethingMissing_RecordsNothingAndKeepsTheChoice(string act, string words, params string[] chosen)
    {
        await using var site = await GivenAsync();

        var refused = await ManyAsync(site, "/warnings", act, chosen, ("reason", "核实"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Store.Warnings.HistoryAsync(1, None).ToListAsync());
        if (chosen.Length > 0) Assert.Matches("value=\"1:0\"[^>]* checked", refused.Html);
    }

    [Fact]
    public async Task Export_OfTextsThatWouldRun_MakesThemHarmless()
    {
        await using var site = await GivenAsync();
        _ = await site.Store.Warnings.ActAsync(1, 0, WarningAct.Delegate("张三", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "试"), None);

        var csv = await site.Http.GetStringAsync(new Uri("/warnings/list.csv", UriKind.Relative), None);

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\",'@SUM(A1)", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutOurToken_IsRefused()
    {
        await using var site = await GivenAsync();

        var refused = await site.PostAsync("/warnings/1?do=acknowledge", new Dictionary<string, string> { ["seen"] = "0", ["by-name"] = "王五", ["by-office"] = "利用科" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await site.Store.Warnings.HistoryAsync(1, None).ToListAsync());
    }

    [Fact]
    public async Task Api_ListsShowsAndActs()
    {
        await using var site = await GivenAsync();

        var list = await site.Http.GetFromJsonAsync<JsonObject>("/api/warnings?level=%E9%80%BE%E6%9C%9F", None);
        Assert.Equal(("[\"逾期\"]", 1), (new JsonArray([.. list!["warnings"]!.AsArray().Select(w => w!["level"]!.DeepClone())]).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), (int)list["total"]!));
        using var done = await site.Http.PostAsJsonAsync("/api/warnings/1", new { action = "acknowledge", version = 0, by = "接口" }, None);
        using var late = await site.Http.PostAsJsonAsync("/api/warnings/1", new { action = "acknowledge", version = 0, by = "接口二" }, None);
        using var none = await site.Http.PostAsJsonAsync("/api/warnings/9", new { action = "acknowledge", version = 0, by = "接口二" }, None);
        using var empty = await site.Http.PostAsJsonAsync("/api/warnings/1", new { action = "close", version = 1, by = "接口" }, None);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity], [done.StatusCode, late.StatusCode, none.StatusCode, empty.StatusCode]);
        Assert.Contains("WARNING_CHANGED", await late.Content.ReadAsStringAsync(None), StringComparison.Ordinal);
        var one = await site.Http.GetFromJsonAsync<JsonObject>("/api/warnings/1", None);
        Assert.Equal(("acknowledged", "接口"), ((string)one!["warning"]!["status"]!, (string)one["history"]![0]!["by"]!));
    }

    [Fact]
    public async Task Export_AsCsvAndWorkbook_HoldsWhatIsFiltered()
    {
        await using var site = await GivenAsync();

        var csv = await site.Http.GetStringAsync(new Uri("/warnings/list.csv?level=%E9%80%BE%E6%9C%9F", UriKind.Relative), None);
        var book = await site.Http.GetByteArrayAsync(new Uri("/warnings/list.xlsx", UriKind.Relative), None);

        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("逾期,待处理,约定开工,2026-10-12,供地结果,2102112025B00001,210211", csv, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), book[..2]);
    }

    /// <summary>Three warnings given by one run: overdue, six months before, and one that lacks a fact.</summary>
    internal static async Task GiveAsync(IWarningStore warnings)
    {
        await using var turn = await warnings.TakeTurnAsync(None);
        await turn.BeginAsync(new(1, SampleCity.Day, default, "定时", 0, 0, 0), None);
        await turn.GiveAsync(
            [
                Notice("2102112025B00001", "CN-53-22/动工", "约定开工", new(2026, 10, 12), "逾期", 0),
                Notice("2102112025B00001", "DL-16/过渡期", "过渡期届满", new(2027, 5, 21), "提前6个月", 7),
                Notice("<mark-free>", "合同/竣工", "约定竣工", null, "缺事实", 9),
            ],
            None);
        _ = await turn.SaveAsync(None);
    }

    /// <summary>Sends the form beside the list with what was chosen.</summary>
    private static async Task<LedgerSite.Sent> ManyAsync(LedgerSite site, string address, string act, string[] chosen, params (string Name, string Value)[] filled)
    {
        var page = await site.GetAsync(address);
        var fields = LedgerSite.Held(page.Html);
        foreach (var (name, value) in Who.Concat(filled)) fields[name] = value;
        return await site.PostAsync(page.Action, [.. fields, new("do", act), .. chosen.Select(c => KeyValuePair.Create("of", c))]);
    }

    private static async Task<LedgerSite> GivenAsync()
    {
        var site = await LedgerSite.StartAsync();
        await GiveAsync(site.Store.Warnings);
        return site;
    }

    private static WarningNotice Notice(string grant, string rule, string matter, DateOnly? due, string level, int rank) => new(
        new(new(LedgerSubjectKind.Grant, grant), rule, due is { } day ? $"{day:yyyy-MM-dd}" : "约定竣工日期", level),
        matter, due, rank, DivisionCode.Parse("210211"), ["CN-53-22", "DL-16"], "自然资源主管部门", $"{matter}，{level}。");
}
