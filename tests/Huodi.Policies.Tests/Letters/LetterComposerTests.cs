using System.Text.Json.Nodes;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Letters;

namespace Huodi.Policies.Tests.Letters;

public sealed class LetterComposerTests
{
    private static readonly Question March = new(new DateOnly(2026, 3, 1));

    private static IReadOnlyList<LetterTemplate> Templates { get; } = LetterFolder.Load(CarriedPolicies.Folder, CarriedPolicies.Library).Templates;

    [Fact]
    public void Load_CarriedTemplates_HaveNoError()
    {
        var (templates, diagnostics) = LetterFolder.Load(CarriedPolicies.Folder, CarriedPolicies.Library);

        Assert.Empty(diagnostics);
        Assert.Equivalent(
            new HashSet<string> { "补充协议", "收回国有建设用地使用权决定书", "听证告知书", "违约金催缴函", "闲置土地调查通知书", "闲置土地认定书", "征缴土地闲置费决定书", "监管提醒函" },
            templates.Select(t => t.Id.Split('/')[1]).ToHashSet());
    }

    [Fact]
    public void Compose_Reminder_GivesTheFigureWorkedOutByHand()
    {
        // 2023-09-01 to 2026-03-01 are 912 days, 2024-01-10 to 2024-02-08 are 30: 100,000,000 × 0.0002 × 882 = 17,640,000.
        var letter = Compose("违约金催缴函", Land()).Letter;

        Assert.NotNull(letter);
        Assert.Contains("应缴未按期开工违约金：人民币壹仟柒佰陆拾肆万元整（￥17,640,000.00）。", letter.Text, StringComparison.Ordinal);
        Assert.Contains("开工净违约天数：882 天", letter.Text, StringComparison.Ordinal);
        Assert.Contains("国有建设用地使用权出让价款总额日0.2‰", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" then ", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_IdleFee_QuotesTheArticleAndOneFifthOfThePremium()
    {
        var land = Land();
        land["约定开工日期"] = "2024-09-01"; // One and a half years before the question: over one year, under two.

        var letter = Compose("征缴土地闲置费决定书", land).Letter;

        Assert.NotNull(letter);
        Assert.Contains("人民币贰仟万元整（￥20,000,000.00）", letter.Text, StringComparison.Ordinal);
        Assert.Contains("按照土地出让或者划拨价款的百分之二十征缴土地闲置费", letter.Text, StringComparison.Ordinal);
        Assert.Contains("自《征缴土地闲置费决定书》送达之日起三十日内", letter.Text, StringComparison.Ordinal);
    }

    /// <summary>What 第六条, 第十条 and 第十六条 say a letter shall hold, item by item, as the words under which it stands.</summary>
    [Theory]
    [InlineData("闲置土地调查通知书", "权利人地址：", "项目名称：", "涉嫌闲置的事实和依据", "调查的主要内容及提交材料的期限", "三十日内", "权利和义务", "其他需要调查的事项")]
    [InlineData("闲置土地认定书", "权利人地址：", "土地基本情况", "认定的事实和依据", "闲置原因及认定结论", "其他需要说明的事项")]
    [InlineData("征缴土地闲置费决定书", "权利人地址：", "事实和证据", "决定的种类和依据", "履行方式和期限", "行政复议", "行政诉讼", "发文机关：", "2026年3月1日", "其他需要说明的事项")]
    [InlineData("收回国有建设用地使用权决定书", "权利人地址：", "事实和证据", "决定的种类和依据", "履行方式和期限", "行政复议", "行政诉讼", "发文机关：", "2026年3月1日", "其他需要说明的事项")]
    public void Compose_LettersOfOrder53_HoldWhatTheArticlesPrescribe(string name, params string[] prescribed)
    {
        var land = Land();
        if (name == "征缴土地闲置费决定书") land["约定开工日期"] = "2024-09-01";
        var form = Templates.Single(t => t.Id.EndsWith(name, StringComparison.Ordinal));
        var entries = form.Entries.ToDictionary(e => e.Name, e => e.Type == "日期" ? "2026-03-01" : $"{e.Name}：", StringComparer.Ordinal);

        var letter = new LetterComposer(CarriedPolicies.Library).Compose(form, land, March, entries).Letter;

        Assert.NotNull(letter);
        Assert.All(prescribed, p => Assert.Contains(p, letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_Letter_NamesTheFactsItRestsOn()
    {
        var used = Compose("闲置土地调查通知书", Land()).UsedFacts;

        Assert.Contains("权利人", used);
        Assert.Contains("约定开工日期", used); // Behind the computed 动工开发日期.
        Assert.DoesNotContain("建筑面积", used);
    }

    [Fact]
    public void Compose_GroundThatDoesNotHold_MakesNoLetter()
    {
        var land = Land();
        land["已开工"] = true;
        land["实际开工日期"] = "2023-08-15";
        land["已停工满一年"] = false;

        var draft = Compose("闲置土地调查通知书", land);

        Assert.Null(draft.Letter);
        Assert.Equal(["CN-53-02/闲置"], draft.Grounds.Select(g => g.Decision));
    }

    [Fact]
    public void Compose_GroundThatAnotherRuleInForceMaySpeakAgainst_MakesNoLetter()
    {
        var land = Land(); // In 大连, DL-29 takes days under seizure out of the idle time, 53号令 does not, and neither says how they meet.
        land["约定开工日期"] = "2025-01-31";
        land["不计入期间"] = new JsonArray(new JsonObject { ["原因"] = "司法查封", ["起"] = "2025-12-01", ["止"] = "2025-12-31" });
        land["行政区划代码"] = "210211";
        var notChecked = Land();
        notChecked["行政区划代码"] = "210211";
        _ = notChecked.Remove("不计入期间");

        var (seized, unknown) = (Compose("闲置土地调查通知书", land), Compose("闲置土地调查通知书", notChecked));

        Assert.Equal((null, null), (seized.Letter, unknown.Letter));
        Assert.Equal("认定闲置扣除查封期间", Assert.Single(seized.MissingFacts).Name);
        Assert.Equal("不计入期间", Assert.Single(unknown.MissingFacts).Name);
    }

    [Fact]
    public void Compose_NoDaysInDefault_MakesNoReminder()
    {
        var land = Land();
        land["约定开工日期"] = "2026-09-01";

        var draft = Compose("违约金催缴函", land);

        Assert.Null(draft.Letter);
        Assert.Equal(["DL-10/开工违约金"], draft.Grounds.Select(g => g.Decision));
    }

    [Fact]
    public void Compose_FactAndEntryMissing_NamesBothAndWhoHasThem()
    {
        var land = Land();
        Assert.True(land.Remove("项目位置"));

        var draft = Compose("违约金催缴函", land, without: "发文字号");

        Assert.Null(draft.Letter);
        Assert.Equal(["发文字号"], draft.MissingEntries.Select(e => e.Name));
        var missing = Assert.Single(draft.MissingFacts);
        Assert.Equal("项目位置", missing.Name);
        Assert.NotEqual("", missing.Office);
    }

    [Theory]
    [InlineData("成文日期", "3月1日")]
    [InlineData("发文字号", "一行\n两行")]
    public void Compose_EntryThatCannotBeRead_IsRefused(string name, string text)
    {
        var draft = Compose("违约金催缴函", Land(), with: (name, text));

        Assert.Null(draft.Letter);
        Assert.Contains(name, Assert.Single(draft.WrongEntries), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_EntryTheTemplateDoesNotHave_IsRefused() =>
        Assert.Contains("抬头", Assert.Single(Compose("违约金催缴函", Land(), with: ("抬头", "某")).WrongEntries), StringComparison.Ordinal);

    [Fact]
    public void Compose_SameInput_GivesTheSameHash_AndOneWordMoreAnother()
    {
        var first = Compose("违约金催缴函", Land()).Letter!.Hash; // Composed in the test above.
        var again = Compose("违约金催缴函", Land()).Letter!.Hash;
        var other = Compose("违约金催缴函", Land(), with: ("联系人", "李某")).Letter!.Hash;

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    private static JsonObject Land() => new()
    {
        ["权利人"] = "示例置业有限公司",
        ["项目位置"] = "示例路以北",
        ["项目名称"] = "示例花园",
        ["电子监管号"] = "2102112023B00123",
        ["宗地面积"] = 20000,
        ["土地用途"] = "城镇住宅用地",
        ["合同签订日期"] = "2023-03-01",
        ["约定开工日期"] = "2023-09-01",
        ["约定竣工日期"] = "2026-09-01",
        ["约定开工日期不明"] = false,
        ["已开工"] = false,
        ["有偿出让"] = true,
        ["出让价款总额"] = 100_000_000,
        ["出让或划拨价款"] = 100_000_000,
        ["不计入期间"] = new JsonArray(new JsonObject { ["原因"] = "司法查封", ["起"] = "2024-01-10", ["止"] = "2024-02-08" }),
        ["权利主体变更"] = new JsonArray(),
        ["企业自身原因"] = true,
        ["闲置原因"] = "企业自身原因",
    };

    private static LetterDraft Compose(string name, JsonObject land, (string Name, string Text)? with = null, string? without = null)
    {
        var template = Templates.Single(t => t.Id.EndsWith("/" + name, StringComparison.Ordinal));
        var entries = template.Entries.Where(e => e.Name != without).ToDictionary(e => e.Name, e => e.Type == "日期" ? "2026-03-01" : $"〔{e.Name}〕", StringComparer.Ordinal);
        if (with is { } one) entries[one.Name] = one.Text;
        return new LetterComposer(CarriedPolicies.Library).Compose(template, land, March, entries);
    }
}
