using Huodi.Policies.Ledger;

namespace Huodi.Policies.Tests.Ledger;

public sealed class LedgerCheckTests
{
    private static readonly LoadedLedger Loaded = LedgerFolder.Load(CarriedPolicies.Folder, CarriedPolicies.Library);

    [Fact]
    public void Run_OnTheProject_FindsNothing() => Assert.Empty(LedgerCheck.Run(CarriedPolicies.Library, Loaded));

    [Fact]
    public void Run_WhereADecisionGivesADayAndNothingSaysWhy_TellsPackageAndLine()
    {
        var found = LedgerCheck.Run(CarriedPolicies.Library, Loaded with { Unclocked = [.. Loaded.Unclocked.Where(e => e.Decision != "DL-05/最迟约定开工日期")] });

        var problem = Assert.Single(found);
        Assert.Equal(("CLOCK_NONE", "dalian-2025/policy.md", true), (problem.Code, problem.File, problem.IsError));
        Assert.Equal(CarriedPolicies.Library.FindDecision("DL-05/最迟约定开工日期")!.Line, problem.Line); // It is there, for it was found.
    }

    [Fact]
    public void Run_WithoutAnyClockOrReason_TellsEveryDayOfThePackages()
    {
        var found = LedgerCheck.Run(CarriedPolicies.Library, Loaded with { Clocks = [], Unclocked = [] }).Where(d => d.Code == "CLOCK_NONE").ToList();

        // Days that the articles give, counted in docs/clocks.md; the ten tasks of 合肥附件2 give theirs inside an object, and the epidemic a list of periods.
        foreach (var id in new[] { "DL-16/过渡期届满日", "HF-X2-10/完成时限", "CN-53-17/缴纳闲置费最迟日期", "WL-11/全部缴清期限", "DL-07b/疫情不计入期间", "CN-RE-22/申请续期最迟日期" })
            Assert.Contains(found, d => d.Message.Contains($"“{id}”", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_WhereASumHasNoAccount_TellsIt()
    {
        var found = LedgerCheck.Run(CarriedPolicies.Library, Loaded with { Money = [.. Loaded.Money.Where(m => m.Name != "闲置费")] });

        Assert.Contains("“CN-53-14/闲置费”", Assert.Single(found, d => d.Code == "MONEY_NONE").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhereADecisionHasAClockAndAReasonForNone_TellsIt()
    {
        var found = LedgerCheck.Run(CarriedPolicies.Library, Loaded with { Unclocked = [.. Loaded.Unclocked, new("DL-16/过渡期届满日", "试")] });

        Assert.Contains("又列在“不设”里", Assert.Single(found).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhereNoEntryCanGiveAFactThatAClockNeeds_HintsAtIt()
    {
        var found = LedgerCheck.Run(CarriedPolicies.Library, Loaded with { Kinds = new([.. Loaded.Kinds.All.Where(k => k.Name != "过渡期使用")]) });

        var hint = found.First(d => d.Code == "LEDGER_FACT_UNSET" && d.Message.Contains("DL-16/过渡期", StringComparison.Ordinal));
        Assert.False(hint.IsError);
        Assert.Contains("过渡期起算日期", hint.Message, StringComparison.Ordinal);
        Assert.True(hint.Line > 1);
    }

    [Fact]
    public void ClocksPage_NamesEveryClockAndEveryReason()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huodi.slnx"))) folder = folder.Parent!; // The tests run in a checkout.
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "clocks.md"));

        Assert.All(Loaded.Clocks.Select(c => c.Id).Concat(Loaded.Unclocked.Select(e => e.Decision)), id => Assert.Contains(id, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Accounts_ThatLeaveAPaymentOutOrTakeItTwice_AreRefused()
    {
        using var policies = new TemporaryPolicies("");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "ledger"));
        policies.Write("ledger/kinds.yaml", """
            - { 名称: 缴款, 英文: payment, 阶段: 供地, 对象: [宗地], 条文: [DL-19], 依据: 无, 必填: [缴款金额, 凭证号] }
            - { 名称: 缴纳违约金, 英文: damages, 阶段: 供地, 对象: [宗地], 条文: [DL-10], 依据: 无, 必填: [违约金缴纳金额, 凭证号], 选填: [违约金名目] }
            """);
        policies.Write("ledger/money.yaml", """
            - { 账户: 甲, 条文: [DL-19], 收: [{ 种类: 缴款, 字段: 缴款金额 }] }
            - { 账户: 乙, 条文: [DL-19], 收: [{ 种类: 缴款, 字段: 缴款金额 }] }
            - { 账户: 丙, 条文: [DL-10], 收: [{ 种类: 缴纳违约金, 字段: 违约金缴纳金额, 当: { 违约金名目: [开工违约金, 竣工违约金, 迟延付款违约金] } }] }
            """);

        var found = LedgerFolder.Load(policies.Folder, CarriedPolicies.Library).Diagnostics.Where(d => d.Code == "MONEY_ALLOTMENT").ToList();

        Assert.Contains(found, d => d.Message.Contains("“缴款”进了 2 个账户", StringComparison.Ordinal) && d.Line == 2);
        Assert.Contains(found, d => d.Message.Contains("“缴纳违约金”（违约金名目：没有）进了 0 个账户", StringComparison.Ordinal));
        Assert.Equal(2, found.Count);
    }
}
