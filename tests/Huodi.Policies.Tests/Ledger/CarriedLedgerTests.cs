using Huodi.Domain.Ledger;
using Huodi.Policies.Ledger;

namespace Huodi.Policies.Tests.Ledger;

public sealed class CarriedLedgerTests
{
    [Fact]
    public void Kinds_OfTheProject_LoadWithoutAnError()
    {
        var loaded = LedgerFolder.Load(CarriedPolicies.Folder, CarriedPolicies.Library);

        Assert.True(!loaded.HasErrors, string.Join('\n', loaded.Diagnostics));
        Assert.True(loaded.Kinds.All.Count >= 40);
        Assert.All(loaded.Kinds.All, k => Assert.NotEmpty(k.Articles));
        Assert.Same(loaded.Kinds.Find("start"), loaded.Kinds.Find("开工"));
    }

    [Fact]
    public void Calendar_OfTheProject_IsThatOfTheNotices()
    {
        var calendar = LedgerFolder.Load(CarriedPolicies.Folder, CarriedPolicies.Library).Calendar;

        // 国务院办公厅关于2025年、2026年部分节假日安排的通知: 国庆 1 to 8 October 2025, worked on Sunday 28 September and Saturday 11 October.
        Assert.All(Enumerable.Range(1, 8), d => Assert.False(calendar.IsWorked(new(2025, 10, d))));
        Assert.True(calendar.IsWorked(new(2025, 10, 9)));
        Assert.True(calendar.IsWorked(new(2025, 9, 28)));
        Assert.True(calendar.IsWorked(new(2025, 10, 11)));
        Assert.False(calendar.IsWorked(new(2026, 2, 23)));
        Assert.Null(calendar.IsWorked(new(2027, 3, 1)));
    }

    [Theory]
    [InlineData("clocks.yaml", "- { 编号: 试, 名称: 试, 起算: 没有的事实, 到期: 约定开工日期, 责任: 无 }", "CLOCK_RULE", "没有的事实")]
    [InlineData("clocks.yaml", "- { 编号: 试, 名称: 试, 起算: 供地日期, 到期: DL-99/没有, 责任: 无 }", "CLOCK_RULE", "DL-99/没有")]
    [InlineData("clocks.yaml", "- { 编号: 试, 名称: 试, 起算: 供地日期, 到期: 约定开工日期, 预警月: [半], 责任: 无 }", "CLOCK_RULE", "半")]
    [InlineData("calendar.yaml", "- { 年份: 2026, 依据: 通知, 休: [2025-01-01] }", "CALENDAR_DAY", "2025-01-01")]
    [InlineData("calendar.yaml", "- { 年份: 二〇二六, 依据: 通知 }", "CALENDAR_YEAR", "年份")]
    [InlineData("states.yaml", "- { 状态: 疑似闲置, 决策: [CN-53-02/没有] }", "LEDGER_DECISION", "CN-53-02/没有")]
    [InlineData("money.yaml", "- { 账户: 试, 条文: [DL-10], 应付: [DL-10/没有] }", "MONEY_RULE", "DL-10/没有")]
    [InlineData("money.yaml", "- { 账户: 试, 条文: [DL-10], 应付: [没有的事实] }", "MONEY_RULE", "没有的事实")]
    [InlineData("money.yaml", "- { 账户: 试, 收: [{ 种类: 没有的种类, 字段: 缴款金额 }] }", "MONEY_RULE", "没有的种类")]
    [InlineData("money.yaml", "- { 账户: 试, 积数: { 事实: 分期付款积数, 期间: 全部 } }", "MONEY_RULE", "全部")]
    [InlineData("clocks.yaml", "- { 不设: DL-99/没有, 理由: 无 }", "CLOCK_RULE", "DL-99/没有")]
    [InlineData("warnings.yaml", "级别: [逾期, 今日到期, 缺事实, 逾期]", "WARNING_RULE", "逾期")]
    [InlineData("warnings.yaml", "级别: [逾期, 缺事实]", "WARNING_RULE", "今日到期")]
    [InlineData("warnings.yaml", "{ 级别: [逾期, 今日到期, 缺事实], 升级: [{ 名称: 试, 情形: 未看 }] }", "WARNING_RULE", "未看")]
    [InlineData("warnings.yaml", "{ 级别: [逾期, 今日到期, 缺事实], 升级: [{ 名称: 试, 情形: 未签收, 天数: 0 }] }", "WARNING_RULE", "天数")]
    [InlineData("warnings.yaml", "{ 级别: [逾期, 今日到期, 缺事实], 升级: [{ 名称: 试, 情形: 未签收, 级别: [提前9日] }] }", "WARNING_RULE", "提前9日")]
    [InlineData("warnings.yaml", "{ 级别: [逾期, 今日到期, 缺事实], 上级: [{ 单位: 甲, 上级单位: 乙 }, { 单位: 乙, 上级单位: 甲 }] }", "WARNING_RULE", "甲")]
    public void Declarations_WithAMistake_AreRefusedAtTheirPlace(string file, string text, string code, string named)
    {
        using var policies = new TemporaryPolicies("");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "ledger"));
        policies.Write("ledger/" + file, text);

        var problem = Assert.Single(LedgerFolder.Load(policies.Folder, CarriedPolicies.Library).Diagnostics, d => d.Code == code);

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Equal(("ledger/" + file, 1), (problem.File, problem.Line));
        Assert.True(problem.Column > 0);
    }

    [Theory]
    [InlineData("必填: [施工许可]", "FACT_UNKNOWN", "施工许可")]
    [InlineData("必填: [文号]\n  选填: [文号]", "LEDGER_FIELD_TWICE", "文号")]
    [InlineData("条文: [CN-53-99]", "LEDGER_ARTICLE", "CN-53-99")]
    [InlineData("置:\n    - { 事实: 已开工, 为: 发生日 }", "LEDGER_EFFECT_TYPE", "已开工")]
    [InlineData("置:\n    - { 事实: 已开工, 为: '3' }", "FACT_TYPE", "已开工")]
    [InlineData("置:\n    - { 事实: 已开工, 为: 开工否 }", "LEDGER_FIELD_UNKNOWN", "开工否")]
    [InlineData("置:\n    - { 事实: 已缴出让价款, 累计: 文号 }\n  必填: [文号]", "LEDGER_EFFECT_TYPE", "文号")]
    [InlineData("置:\n    - { 事实: 实际开工日期 }", "LEDGER_EFFECT", "实际开工日期")]
    [InlineData("置:\n    - { 事实: 已退出, 为: 'true' }\n    - { 事实: 已退出, 无: 核查 }", "LEDGER_EFFECT_MIX", "已退出")]
    [InlineData("备注: 无", "YAML_KEY_UNKNOWN", "备注")]
    public void Kinds_WithAMistake_AreRefusedAtTheirPlace(string lines, string code, string named)
    {
        var text = $"# 说明\n- 名称: 试\n  英文: trial\n  阶段: 监管\n  对象: [宗地]\n  依据: 无\n  {lines}\n";

        var found = Read(text).Diagnostics;

        var problem = Assert.Single(found, d => d.Code == code);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Equal("ledger/kinds.yaml", problem.File);
        Assert.InRange(problem.Line, 2, 10);
        if (code is not "LEDGER_EFFECT_MIX" and not "LEDGER_EFFECT" and not "YAML_KEY_UNKNOWN") Assert.True(problem.Column > 0);
    }

    [Fact]
    public void Kinds_NamedTwiceOrLikeAWithdrawal_AreRefused()
    {
        const string One = "- { 名称: 试, 英文: trial, 阶段: 监管, 对象: [宗地], 依据: 无 }\n";

        Assert.Contains(Read(One + One).Diagnostics, d => d is { Code: "LEDGER_KIND_TWICE", Line: 2 });
        Assert.Contains(
            Read(One.Replace("trial", EffectiveEntries.Withdrawal, StringComparison.Ordinal)).Diagnostics, d => d.Code == "LEDGER_KIND_NAME");
        Assert.Contains(Read("- 名称: [").Diagnostics, d => d is { Code: "YAML_SYNTAX", Line: > 0, Column: > 0 });
        Assert.Contains(Read("").Diagnostics, d => d.Code is "FILE_EMPTY" or "FILE_MISSING");
    }

    private static LoadedLedger Read(string text)
    {
        using var policies = new TemporaryPolicies("");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "ledger"));
        policies.Write("ledger/kinds.yaml", text);
        return LedgerFolder.Load(policies.Folder, CarriedPolicies.Library);
    }
}
