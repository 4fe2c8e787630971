using System.Net;
using System.Text.Json.Nodes;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Policies.Facts;
using Huodi.Web.Ledger;
using Huodi.Web.Tests.Fixture;

namespace Huodi.Web.Tests.Ledger;

public sealed class EntryFormTests
{
    private const string Grant = "grant:2102112025B00001";

    private static readonly (string, string)[] Who = [("by-name", "王五"), ("by-office", "市自然资源和规划局")];

    public static TheoryData<string> Kinds => [.. SampleCity.Ledger.Kinds.All.Where(k => k.Through.Length == 0).Select(k => k.English)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Form_OfEveryKind_RecordsWhatTheCommandLineWouldRecord(string name)
    {
        var kind = SampleCity.Ledger.Kinds.Find(name)!; // The theory lists declared kinds.
        var subject = new LedgerSubject(kind.Subjects[0], "2102112025B00001");
        var filled = kind.Fields.Select(f => (f.Name, Text: Sample(SampleCity.Policies.Dictionary.Find(f.Name)!, kind.Standard.Length > 0 ? "是" : "否"))).ToList(); // Fields are in the dictionary.
        await using var site = await LedgerSite.StartAsync();

        var form = await site.GetAsync($"/ledger/new/{name}?subject={subject}");
        Assert.All(kind.Fields, f => Assert.Contains($"name=\"field-{f.Name}\"", form.Html, StringComparison.Ordinal));
        var checkedForm = await site.SubmitAsync(
            form, "check", [("happened", "2026-03-02"), ("document", "文件〔2026〕1号"), .. Who, .. filled.Select(f => ($"field-{f.Name}", f.Text))]);
        Assert.Contains("还没有登记", checkedForm.Text, StringComparison.Ordinal);
        Assert.Empty(await site.Store.Ledger.EntriesAsync(0, CancellationToken.None).ToListAsync());
        var recorded = await site.SubmitAsync(checkedForm, "record");

        Assert.Equal((HttpStatusCode.SeeOther, "/ledger/entries/1?recorded=new"), (recorded.Status, recorded.Location));
        var entry = await site.Store.Ledger.FindAsync(1, CancellationToken.None);
        Assert.Equal(
            new LedgerDraft(subject, name, new(2026, 3, 2), "王五（市自然资源和规划局）", new("文件〔2026〕1号"), AsTheCommandLineReads(filled)), entry!.Draft);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(recorded.Location!)).Status);
    }

    [Fact]
    public async Task Form_WithEverythingWrong_TellsEachAtItsFieldAndKeepsWhatWasTyped()
    {
        await using var site = await LedgerSite.StartAsync();
        var form = await site.GetAsync($"/ledger/new/payment?subject={Grant}");

        var refused = await site.SubmitAsync(form, "check", ("subject", "宗地"), ("happened", "2027-13-01"), ("field-缴款金额", "一万<b>"), ("document", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var code in new[] { "LEDGER_SUBJECT", "LEDGER_DAY", "FACT_TYPE", "LEDGER_FIELD_MISSING", "LEDGER_TEXT" })
            Assert.Contains(code, refused.Text, StringComparison.Ordinal);
        Assert.Contains("登记人是空的", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"一万&lt;b&gt;\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2027-13-01\"", refused.Html, StringComparison.Ordinal);
        Assert.Empty(await site.Store.Ledger.EntriesAsync(0, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Preview_OfASupply_TellsFactsClocksAndStatesBeforeAndAfter()
    {
        await using var site = await LedgerSite.StartAsync();
        var form = await site.GetAsync($"/ledger/new/supply?subject={Grant}");

        var preview = await site.SubmitAsync(
            form, "check", [("happened", "2025-06-01"), ("field-权利类型", "出让"), ("field-约定开工日期", "2026-06-01"), ("document", "合同"), .. Who]);

        // 2026-06-01 lies before 2026-11-21, and whether it was started nobody knows.
        Assert.Contains("开发状态 没有登记 不明（可能是逾期开工、在建、停工、逾期竣工、竣工）", preview.Text, StringComparison.Ordinal);
        Assert.Contains("已供地 未知 是", preview.Text, StringComparison.Ordinal);
        Assert.Contains("末日 2026年6月1日，逾期，已过 173 天", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_SentTwice_RecordsOnce()
    {
        await using var site = await LedgerSite.StartAsync();
        var preview = await PreviewAsync(site, "开工核实");

        var first = await site.SubmitAsync(preview, "record");
        var second = await site.SubmitAsync(preview, "record");

        Assert.Equal("/ledger/entries/1?recorded=new", first.Location);
        Assert.Equal("/ledger/entries/1?recorded=same", second.Location);
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Record_AfterSomebodyElseRecorded_ShowsThePreviewAgain()
    {
        await using var site = await LedgerSite.StartAsync();
        var mine = await PreviewAsync(site, "我的材料");
        _ = await site.SubmitAsync(await PreviewAsync(site, "别人的材料"), "record");

        var moved = await site.SubmitAsync(mine, "record");

        Assert.Equal(HttpStatusCode.Conflict, moved.Status);
        Assert.Contains("又有人登记过", moved.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
        Assert.Equal("/ledger/entries/2?recorded=new", (await site.SubmitAsync(moved, "record")).Location);
    }

    [Fact]
    public async Task Edit_FromThePreview_GivesTheFormBackAsItWasFilledIn()
    {
        await using var site = await LedgerSite.StartAsync();

        var edited = await site.SubmitAsync(await PreviewAsync(site, "材料“甲”"), "edit");

        Assert.Contains("value=\"材料“甲”\"", edited.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-02\"", edited.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"王五\"", edited.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_ShowsTheOldBesideTheNewAndNeedsAReason()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await site.SubmitAsync(await PreviewAsync(site, "核实材料"), "record");
        var form = await site.GetAsync("/ledger/entries/1/correct");
        Assert.Contains("value=\"2026-03-02\"", form.Html, StringComparison.Ordinal);

        var refused = await site.SubmitAsync(form, "check", [("happened", "2026-02-02"), ("document", "核实材料"), .. Who]);
        Assert.Contains("更正理由是空的", refused.Text, StringComparison.Ordinal);
        var preview = await site.SubmitAsync(form, "check", [("happened", "2026-02-02"), ("document", "核实材料"), ("reason", "误录"), .. Who]);
        Assert.Contains("实际开工日期 2026年3月2日 2026年2月2日", preview.Text, StringComparison.Ordinal);
        _ = await site.SubmitAsync(preview, "record");

        var entry = await site.Store.Ledger.FindAsync(2, CancellationToken.None);
        Assert.Equal((new Supersession(1, "误录"), new DateOnly(2026, 2, 2), "start"), (entry!.Draft.Supersedes, entry.Happened, entry.Kind));
        Assert.Contains("由 第 2 条 更正，理由：误录", (await site.GetAsync("/ledger/entries/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_TakesTheEntryBackWithADocumentOfItsOwn()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await site.SubmitAsync(await PreviewAsync(site, "核实材料"), "record");
        var form = await site.GetAsync("/ledger/entries/1/withdraw");

        var preview = await site.SubmitAsync(form, "check", [("happened", "2026-03-02"), ("document", "内部更正单"), ("reason", "登错对象"), .. Who]);
        Assert.Contains("实际开工日期 2026年3月2日 未知", preview.Text, StringComparison.Ordinal);
        _ = await site.SubmitAsync(preview, "record");

        Assert.Equal(EffectiveEntries.Withdrawal, (await site.Store.Ledger.FindAsync(2, CancellationToken.None))!.Kind);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/ledger/entries/2/withdraw")).Status);
    }

    [Fact]
    public async Task File_Sent_LeavesItsNameAndHash()
    {
        await using var site = await LedgerSite.StartAsync();
        var form = await site.GetAsync($"/ledger/new/start?subject={Grant}");
        var filled = new Dictionary<string, string> { ["happened"] = "2026-03-02", ["document"] = "核实材料", ["by-name"] = "王五", ["by-office"] = "局", ["do"] = "check" };

        var preview = await site.PostFileAsync(form, filled, "照片.jpg", "abc"u8.ToArray());
        _ = await site.SubmitAsync(preview, "record");

        // SHA-256 of abc: FIPS 180-2, appendix B.1.
        Assert.Equal(
            new SourceDocument("核实材料（照片.jpg）", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (await site.Store.Ledger.FindAsync(1, CancellationToken.None))!.Draft.Document);
    }

    [Fact]
    public async Task Post_WithoutTheToken_IsRefusedAndRecordsNothing()
    {
        await using var site = await LedgerSite.StartAsync();

        var refused = await site.PostAsync("/ledger/new/start", new Dictionary<string, string>
        {
            ["subject"] = Grant,
            ["happened"] = "2026-03-02",
            ["document"] = "材料",
            ["by-name"] = "甲",
            ["by-office"] = "乙",
            ["do"] = "record",
            ["seen"] = "0",
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("页面已过期，没有登记", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await site.Store.Ledger.HeadAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Recorder_IsRememberedForTheNextForm()
    {
        await using var site = await LedgerSite.StartAsync();
        _ = await PreviewAsync(site, "材料");

        var next = await site.GetAsync($"/ledger/new/completion?subject={Grant}");

        Assert.Contains("value=\"王五\"", next.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"市自然资源和规划局\"", next.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Initials_OfEveryKind_AreItsPinyinInitials()
    {
        (string Name, string Initials)[] known =
        [
            ("项目入库", "xmrk"), ("净地核查", "jdhc"), ("供地", "gd"), ("缴款", "jk"), ("保证金返还", "bzjfh"), ("施工许可", "sgxk"), ("竣工", "jg"),
            ("障碍发生", "zafs"), ("查封", "cf"), ("疫情期间", "yqqj"), ("抵押登记", "dydj"), ("闲置认定", "xzrd"), ("听证", "tz"), ("退出", "tc"), ("置换", "zh"),
        ];

        Assert.All(known, k => Assert.Equal(k.Initials, KindInitials.Of(k.Name)));
        Assert.All(SampleCity.Ledger.Kinds.All, k => Assert.Equal(k.Name.Length, KindInitials.Of(k.Name).Length));
    }

    [Fact]
    public async Task Choose_ByInitialsForAProject_ListsWhatCanBeRecordedOnIt()
    {
        await using var site = await LedgerSite.StartAsync();

        var page = await site.GetAsync("/ledger/new?subject=project:XM-1&q=xmrk");
        var none = await site.GetAsync("/ledger/new?subject=project:XM-1&q=jk");

        Assert.Contains("项目入库 xmrk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("净地核查", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的种类可以登在项目上", none.Text, StringComparison.Ordinal);
    }

    private static async Task<LedgerSite.Sent> PreviewAsync(LedgerSite site, string document)
    {
        var form = await site.GetAsync($"/ledger/new/start?subject={Grant}");
        return await site.SubmitAsync(form, "check", [("happened", "2026-03-02"), ("document", document), .. Who]);
    }

    /// <summary>Something for each type that says which field it stands in.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="truth">Yes where an article asks for it: a start without a permit is none.</param>
    private static string Sample(FactDefinition fact, string truth) => fact switch
    {
        { Allowed: [.., var last] } => last,
        { Type: "number" } => "1250.50",
        { Type: "boolean" } => truth,
        { Type: "date" } => "2026-01-31",
        { Type: "list<string>" } => "甲\n乙",
        { Type: "list<number>" } => "[1250.50]",
        _ => $"“{fact.Name}”&<1>",
    };

    /// <summary>The command line writes lists with 、 and reads every field with <see cref="FieldText"/>.</summary>
    private static LedgerPayload AsTheCommandLineReads(IEnumerable<(string Name, string Text)> filled) => LedgerPayload.Of(new JsonObject(
        filled.Select(f => KeyValuePair.Create(f.Name, FieldText.Read(f.Text.Replace('\n', '、'), SampleCity.Policies.Dictionary.Find(f.Name)!))))); // As above.
}
