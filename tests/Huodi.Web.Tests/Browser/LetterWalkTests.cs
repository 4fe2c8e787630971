using System.Text.Json.Nodes;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Ledger;
using Huodi.Domain.Parcels;
using Huodi.Testing;
using Huodi.Web.Tests.Fixture;
using Huodi.Web.Tests.Ledger;
using Microsoft.Playwright;
using NetTopologySuite.Geometries;

namespace Huodi.Web.Tests.Browser;

/// <summary>
/// A letter from the page of the parcel to the paper: filled in, looked at, kept, downloaded, rendered by LibreOffice, and read there
/// against figures worked out by hand from the law.
/// </summary>
public sealed class LetterWalkTests(Chromium chromium)
{
    private const string Id = "340104000001GB00009";
    private const int Head = 4; // Entries about the land before the letter.
    private static readonly LedgerSubject Land = new(LedgerSubjectKind.Parcel, Id);
    private static readonly (string, string)[] Signed = [("发文机关", "合肥市自然资源和规划局"), ("成文日期", "2026-11-20")];

    /// <summary>
    /// 第十四条第（一）项: a fifth of the price. 123,456,789.55 元 × 20 % = 24,691,357.91 元. Agreed start 2025-05-20, so one year is full on
    /// 2026-05-20 (民法典 第二百零二条) and two are not before 2027-05-20: on 2026-11-20 the fee is due and 第（二）项 does not apply.
    /// </summary>
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task IdleFee_FromTheParcelToThePaper_TellsAFifthOfThePrice(int width, int height)
    {
        await using var site = await LedgerSite.StartAsync();
        await LandAsync(site, "2025-05-20", "企业自身原因", []);
        (string, string)[] entries =
        [
            ("权利人地址", "合肥市某大道1号"), ("认定书文号", "合自然资闲认〔2026〕3号"), ("听证告知书文号", "合自然资听〔2026〕3号"), ("批准文号", "合政地〔2026〕88号"),
            ("证据", "现场照片、询问笔录"), ("缴款方式", "持非税收入缴款书到代收银行缴纳"), ("复议机关", "合肥市人民政府"), ("申请复议期限", "收到本决定之日起六十日"),
            ("管辖法院", "合肥市蜀山区人民法院"), ("起诉期限", "收到本决定之日起六个月"), ("其他需要说明的事项", "无"), ("发文字号", "合自然资闲决〔2026〕3号"), .. Signed,
        ];

        var words = await WalkAsync(site, width, height, "征缴土地闲置费决定书", "123,456,789.55", entries);

        Assert.Contains("应缴土地闲置费：人民币贰仟肆佰陆拾玖万壹仟叁佰伍拾柒元玖角壹分（￥24,691,357.91）。", words, StringComparison.Ordinal);
        Assert.Contains("按照土地出让或者划拨价款的百分之二十征缴土地闲置费。土地闲置费不得列入生产成本", words, StringComparison.Ordinal);
        Assert.Contains("第十七条国有建设用地使用权人应当自《征缴土地闲置费决定书》送达之日起三十日内，按照规定缴纳土地闲置费", words, StringComparison.Ordinal);
        Assert.Contains("依据《闲置土地处置办法》第十四条第（一）项", words, StringComparison.Ordinal);
        Assert.Contains("超过约定、规定的动工开发日期满一年：成立（截至日：2026年11月20日；动工开发日期：2025年5月20日；闲置满一年：1年）。", words, StringComparison.Ordinal);
        Assert.Equal(2, words.Split("未动工开发：成立（已开工：否）。").Length); // Told once, though the fee rests on it too.
        Assert.Contains("宗地面积：26666.67平方米", words, StringComparison.Ordinal);
        Assert.Contains("闲置原因：企业自身原因。证据：现场照片、询问笔录。", words, StringComparison.Ordinal);
        Assert.All(entries, e => Assert.Contains(Written(e.Item2), words, StringComparison.Ordinal));
    }

    /// <summary>第十二条第（一）项: for causes of 第八条 that were verified, and only for land that is filed (第二十五条).</summary>
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Supplement_FromTheParcelToThePaper_TellsTheNewDates(int width, int height)
    {
        await using var site = await LedgerSite.StartAsync();
        await LandAsync(site, "2025-05-20", "规划依法修改", new() { ["闲置原因审核属实"] = true });
        (string, string)[] entries =
        [
            ("重新约定的动工开发日期", "2027-06-30"), ("重新约定的竣工日期", "2029-06-30"), ("违约责任", "逾期动工的，按原合同第三十二条执行"), ("发文字号", "合补〔2026〕3号"), .. Signed,
        ];

        var words = await WalkAsync(site, width, height, "国有建设用地使用权有偿使用合同补充协议", "规划依法修改", entries);

        Assert.Contains("动工开发日期重新约定为2027年6月30日，竣工日期重新约定为2029年6月30日。", words, StringComparison.Ordinal);
        Assert.Contains("双方于2024年6月3日就位于合肥市某路东侧的国有建设用地", words, StringComparison.Ordinal);
        Assert.Contains("因规划依法修改造成土地闲置，依据《闲置土地处置办法》第十二条第（一）项", words, StringComparison.Ordinal);
        Assert.Contains("从补充协议约定的动工开发日期起，延长动工开发期限最长不得超过一年", words, StringComparison.Ordinal);
        Assert.All(entries, e => Assert.Contains(Written(e.Item2), words, StringComparison.Ordinal));
    }

    /// <summary>From the parcel's page to the words on paper; the page of the letter shows that fact.</summary>
    private async Task<string> WalkAsync(LedgerSite site, int width, int height, string title, string shown, (string Name, string Value)[] entries)
    {
        await using var watched = await chromium.OpenAsync(width, height);
        Assert.SkipUnless(LibreOffice.IsHere, LibreOffice.Needed);
        var (page, root) = (watched.Page, site.Http.BaseAddress!.ToString().TrimEnd('/')); // Set when started.

        _ = await page.GotoAsync($"{root}/parcels/{Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "登记和全程" }).ClickAsync();
        await page.Locator("#letters").GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        foreach (var (name, value) in entries) await page.FillAsync($"input[name='entry-{name}']", value);
        await page.FillAsync("#by-name", "周敏");
        await page.FillAsync("#by-office", "利用科");
        Assert.Equal(0, await watched.OverflowAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await page.Locator("#faults, [role=status]").First.WaitForAsync();
        Assert.Equal([], await page.Locator("#faults li").AllInnerTextsAsync());
        Assert.Equal(0, await watched.OverflowAsync());
        Assert.Equal(Head, (await site.Store.Ledger.HeadAsync(TestContext.Current.CancellationToken)).Entries);

        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await page.WaitForURLAsync($"**/letters/{Head + 1}");
        Assert.Equal(0, await watched.OverflowAsync());
        var kept = await page.InnerTextAsync("main");
        Assert.Contains($"依据的事实\n截至 2026年11月20日", kept, StringComparison.Ordinal);
        Assert.Contains(shown, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("\"", kept, StringComparison.Ordinal); // Nothing as a machine writes it.
        var folder = Directory.CreateTempSubdirectory("huodi-letter-");
        try
        {
            var docx = Path.Combine(folder.FullName, "letter.docx");
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 .docx" }).ClickAsync());
            Assert.Equal($"{title}（{entries.Single(e => e.Name == "发文字号").Value}）.docx", download.SuggestedFilename);
            await download.SaveAsAsync(docx);
            watched.AssertNoTrouble(root);
            return await LibreOffice.WordsAsync(await LibreOffice.ToPdfAsync(docx, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task LandAsync(LedgerSite site, string start, string cause, JsonObject found)
    {
        var shape = new Polygon(new LinearRing([new(117.20, 31.84), new(117.202, 31.84), new(117.202, 31.842), new(117.20, 31.84)]));
        var facts = new FactSheet([new("项目名称", "某标准厂房项目", new FactSource(0, "own.geojson", 1, "项目名称"))]);
        var parcel = new Parcel(Id, "某路东侧地块", DivisionCode.Parse("340104"), shape, false, facts);
        _ = await site.Store.SaveAsync(
            new ImportBatch { File = "own.geojson", FileHash = "own", Layer = "parcels", ImportedAt = SampleCity.Moment, Parcels = [parcel] }, TestContext.Current.CancellationToken);
        var supplied = new JsonObject
        {
            ["权利类型"] = "出让",
            ["合同签订日期"] = "2024-06-03",
            ["电子监管号"] = "3401042024B00009",
            ["权利人"] = "某制造有限公司",
            ["项目位置"] = "合肥市某路东侧",
            ["宗地面积"] = JsonNode.Parse("26666.67"),
            ["土地用途"] = "工业用地",
            ["用途大类"] = "工业",
            ["出让价款总额"] = JsonNode.Parse("123456789.55"),
            ["约定开工日期"] = start,
        };
        var finding = new JsonObject { ["文号"] = "合自然资闲认〔2026〕3号", ["闲置原因"] = cause };
        foreach (var (name, value) in found) finding[name] = value?.DeepClone();
        _ = await site.Store.Ledger.AppendAsync(
            [
                new(Land, "supply", new(2024, 6, 3), "甲", new("出让合同"), LedgerPayload.Of(supplied)),
                new(Land, "patrol", new(2026, 10, 9), "甲", new("巡查记录"), LedgerPayload.Of(new() { ["巡查方式"] = "现场", ["已开工"] = false })),
                new(Land, "idle-finding", new(2026, 10, 20), "甲", new("闲置土地认定书"), LedgerPayload.Of(finding)),
                new(Land, "idle-filing", new(2026, 10, 21), "甲", new("备案记录"), LedgerPayload.Of([])),
            ],
            TestContext.Current.CancellationToken);
    }

    private static string Written(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? $"{day.Year}年{day.Month}月{day.Day}日" : value;
}
