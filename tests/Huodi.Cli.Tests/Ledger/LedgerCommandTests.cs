using System.Text.Json.Nodes;
using Huodi.Policies.Answers;

namespace Huodi.Cli.Tests.Ledger;

public sealed class LedgerCommandTests : IDisposable
{
    private const string Grant = "grant:2102112025B00001";
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Import_TheRealSupplyResults_RecordsThemOnceAndSaysWhatItRefused()
    {
        var file = Session.Sample("supply-results-2007.csv");

        var first = await RunAsync("import", file, "--as", "supply-results", "--by", "录入员");
        var again = await RunAsync("import", file, "--as", "supply-results", "--by", "录入员");
        var verified = await RunAsync("verify");

        // 225 rows: 20 are refused by the reader of supply results; 14 of the others tell a start.
        Assert.Contains("登记 219 条，台账已有 0 条，拒收 20 行", first.Out, StringComparison.Ordinal);
        Assert.Contains("SUPPLY_NUMBER_BLANK", first.Error, StringComparison.Ordinal);
        Assert.Contains("登记 0 条，台账已有 219 条", again.Out, StringComparison.Ordinal);
        Assert.Contains("核验 219 条，没有改动", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AgainAfterAWithdrawal_SaysWhatItBroughtBack()
    {
        var file = Session.Sample("supply-results-2007.csv");
        _ = await RunAsync("import", file, "--as", "supply-results", "--by", "录入员");
        _ = await RunAsync("correct", "7", "--withdraw", "--reason", "误以为重复", "--by", "录入员");

        var again = await RunAsync("import", file, "--as", "supply-results", "--by", "录入员");
        var third = await RunAsync("import", file, "--as", "supply-results", "--by", "录入员");

        Assert.Contains("登记 1 条，台账已有 218 条", again.Out, StringComparison.Ordinal);
        Assert.Contains("有 1 行与已经撤回的登记完全相同，这次重新登记了；不该恢复的，请再撤回：第 221 条（原第 7 条）。", again.Error, StringComparison.Ordinal);
        Assert.Contains("登记 0 条，台账已有 219 条", third.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("重新登记", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_OfTheRealSupplyResults_IsUnknownAndSaysExactlyWhy()
    {
        _ = await RunAsync("import", Session.Sample("supply-results-2007.csv"), "--as", "supply-results", "--by", "录入员");

        var then = await RunAsync("state", "--as-of", "2007-12-31");
        var now = await RunAsync("state");

        Assert.Contains("不明　205", then.Out, StringComparison.Ordinal);
        Assert.Contains("  194　没有开工登记", then.Out, StringComparison.Ordinal);
        Assert.Contains("  11　已经开工，但没有竣工登记", then.Out, StringComparison.Ordinal);
        Assert.Contains("疑似闲置　是 0，否 0，不明 205", then.Out, StringComparison.Ordinal);
        Assert.Contains("  191　没有开工登记", now.Out, StringComparison.Ordinal);
        Assert.Contains("  14　已经开工，但没有竣工登记", now.Out, StringComparison.Ordinal);
        Assert.Contains("4501262007B00795　不明　可能是 逾期开工、在建、停工、逾期竣工、竣工；", now.Out, StringComparison.Ordinal);
        foreach (var listed in new[] { then, now }) // The list of those whose state cannot be known, each with why and what would tell.
            Assert.Equal(205, listed.Out.Split('\n').Count(l => l.Contains("　不明　可能是 ", StringComparison.Ordinal) && l.Contains("登记。补：", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Due_OfTheRealSupplyResults_IsWhatTheirColumnsSay()
    {
        _ = await RunAsync("import", Session.Sample("supply-results-2007.csv"), "--as", "supply-results", "--by", "录入员");

        var then = (await RunAsync("due", "--as-of", "2007-12-31", "--all")).Out;
        var now = (await RunAsync("due", "--all")).Out;

        // Counted in the columns of the 205 rows: 约定交地 184 (171 before the day, 13 behind it), 约定开工 176 (143, 1 on it, 32), of which 11 were
        // started by then and 14 by now; 约定竣工 177 (20, 16, 141); 29 rows agree no start.
        Assert.Equal((171, 13), (Count(then, "约定交地", "逾期"), Count(then, "约定交地", "未到期", "预警")));
        Assert.Equal((132, 11, 1, 32), (Count(then, "动工开发", "逾期"), Count(then, "动工开发", "已办", "逾期已办"), Count(then, "动工开发", "今日到期"), Count(then, "动工开发", "未到期", "预警")));
        Assert.Equal((20, 16, 141), (Count(then, "约定竣工", "逾期"), Count(then, "约定竣工", "今日到期"), Count(then, "约定竣工", "未到期", "预警")));
        Assert.Equal((162, 14, 29), (Count(now, "动工开发", "逾期"), Count(now, "动工开发", "已办", "逾期已办"), Count(now, "动工开发", "不明")));
        Assert.Equal((184, 177), (Count(now, "约定交地", "逾期"), Count(now, "约定竣工", "逾期")));
        Assert.All(now.Split('\n').Where(l => l.Contains("　约定竣工　", StringComparison.Ordinal) || l.Contains("　六十日内付清出让金　", StringComparison.Ordinal)), l => Assert.Contains("没有已办或者未办的登记", l, StringComparison.Ordinal));

        static int Count(string text, string clock, params string[] statuses) => text.Split('\n').Select(l => l.Split('　'))
            .Count(l => l.Length > 3 && l[1] == clock && statuses.Contains(l[3].Split('，', '（')[0]));
    }

    [Fact]
    public async Task State_WithAnAssumption_TellsWhatIfAndRecordsNothing()
    {
        await AddAsync("供地", "2025-07-01", "权利类型=出让", "行政区划代码=210211", "约定开工日期=2025-09-30");
        await AddAsync("巡查", "2026-02-20", "巡查方式=现场", "已开工=否", "已竣工=否", "停工中=否");

        var now = await RunAsync("state", Grant, "--as-of", "2026-02-28");
        var then = await RunAsync("state", Grant, "--as-of", "2026-02-28", "--assume", "开工 2026-02-25");
        var json = await RunAsync("state", Grant, "--as-of", "2026-02-28", "--assume", "开工 2026-02-25", "--json");
        var all = await RunAsync("state", "--as-of", "2026-02-28", "--json");
        var nobody = await RunAsync("state", "--assume", "开工 2026-02-25");

        Assert.StartsWith($"{Grant}　截至 2026-02-28　逾期开工", now.Out, StringComparison.Ordinal);
        Assert.StartsWith($"{Grant}　截至 2026-02-28　【假设，没有登记】　不明", then.Out, StringComparison.Ordinal); // No completion is agreed, so 在建 or 逾期竣工.
        Assert.Contains("开工 2026-02-25", JsonNode.Parse(json.Out)!["assumed"]!.ToJsonString(PolicyAnswerJson.Compact), StringComparison.Ordinal);
        Assert.Equal("""["在建","逾期竣工"]""", JsonNode.Parse(json.Out)!["development"]!["candidates"]!.ToJsonString(PolicyAnswerJson.Compact));
        Assert.Equal("逾期开工", JsonNode.Parse(all.Out)!.AsArray().Single()!["headline"]!.ToString());
        Assert.Contains("核验 2 条", (await RunAsync("verify")).Out, StringComparison.Ordinal);
        Assert.Contains("LEDGER_ASSUME", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithEverythingWrong_TellsEverythingAndRecordsNothing()
    {
        var (exit, _, error) = await RunAsync("add", "缴款", Grant, "--happened", "2027-01-01", "--set", "缴款金额=一万", "巡查方式=现场", "--document", "缴款书", "--by", "张三");

        Assert.Equal(1, exit);
        foreach (var code in new[] { "LEDGER_DAY", "LEDGER_FIELD_MISSING", "LEDGER_FIELD_UNKNOWN", "FACT_TYPE" }) Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.Empty(_session.Files());
    }

    [Fact]
    public async Task Correct_AnEntry_ChangesTheFactsAndKeepsWhatWasKnown()
    {
        await AddAsync("开工", "2025-12-20");
        var corrected = await RunAsync("correct", "1", "--happened", "2025-11-20", "--reason", "误录", "--by", "李四");
        var facts = await RunAsync("facts", Grant);
        var shown = await RunAsync("show", Grant);
        var withdrawn = await RunAsync("correct", "2", "--withdraw", "--reason", "登错", "--by", "李四");
        var nothing = await RunAsync("facts", Grant, "--json");

        Assert.Equal((0, 0), (corrected.Exit, withdrawn.Exit));
        Assert.Contains("实际开工日期　\"2025-11-20\"　（第 2 条）", facts.Out, StringComparison.Ordinal);
        Assert.Contains("【已被更正或者撤回】", shown.Out, StringComparison.Ordinal);
        Assert.Contains("更正第 1 条：误录", shown.Out, StringComparison.Ordinal);
        Assert.Equal("{}", nothing.Out.Trim());
        var before = await RunAsync("facts", Grant, "--known-as-of", "2026-02-28");
        Assert.Equal("", before.Out);
    }

    [Fact]
    public async Task Import_ATableOfOneKind_RecordsTheGoodRowsAndTellsTheBad()
    {
        var file = _session.Write("pay.csv", $"对象,发生日,依据文件,缴款金额,凭证号\n{Grant},2025-07-31,缴款书1,50000000.00,A1\n{Grant},2025年8月1日,缴款书2,,A2\n宗地,2025-08-01,缴款书3,1,A3\n");

        var (exit, output, error) = await RunAsync("import", file, "--kind", "缴款", "--by", "出纳");

        Assert.Equal(0, exit);
        Assert.Contains("登记 1 条，台账已有 0 条，拒收 2 行", output, StringComparison.Ordinal);
        Assert.Contains("第 3 行［缴款金额］ LEDGER_FIELD_MISSING", error, StringComparison.Ordinal);
        Assert.Contains("第 4 行［对象］ LEDGER_SUBJECT", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_WithAnAssumption_TellsWhatIfAndRecordsNothing()
    {
        await AddAsync("供地", "2025-07-01", "权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211", "出让价款总额=100000000", "约定开工日期=2025-09-30");
        await AddAsync("期间核查", "2025-10-10");
        await AddAsync("查封", "2025-10-11", "事项编号=执1");
        await AddAsync("解除查封", "2025-12-20", "事项编号=执1");
        await AddAsync("巡查", "2026-03-01", "巡查方式=现场", "已开工=否");

        var now = await RunAsync("money", Grant, "--as-of", "2026-03-01");
        var later = await RunAsync("money", Grant, "--as-of", "2026-06-30", "--assume", "开工 2026-05-01");

        // Days 10-01 to 10-10 and 12-21 to 03-01: 10 + 71 = 81; to 05-01: 142. One hundred million at 0.2‰ is 20,000 a day.
        Assert.Contains("开工违约金：应付 1620000.00 元", now.Out, StringComparison.Ordinal);
        Assert.Contains("2025-10-11 至 2025-12-20　71 天　不计入（司法查封）", now.Out, StringComparison.Ordinal);
        Assert.Contains("【假设，没有登记】", later.Out, StringComparison.Ordinal);
        Assert.Contains("开工违约金：应付 2840000.00 元", later.Out, StringComparison.Ordinal);
        Assert.Contains("净 142 天", later.Out, StringComparison.Ordinal);
        Assert.Contains("核验 5 条", (await RunAsync("verify")).Out, StringComparison.Ordinal);
        var due = await RunAsync("due", Grant, "--as-of", "2026-03-01");
        Assert.Contains("动工开发　2025-09-30　逾期，已过 152 天", due.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_WithAnAssumedPayment_TakesItsFieldsAndRecordsNothing()
    {
        await AddAsync("供地", "2025-07-01", "权利类型=出让", "合同签订日期=2025-07-01", "行政区划代码=210211", "出让价款总额=100000000");
        await AddAsync("付款计划", "2025-07-01", "付款期次=首期", "应缴日期=2025-07-31", "应缴金额=100000000");

        var paid = await RunAsync("money", Grant, "--as-of", "2026-06-30", "--assume", "缴款 2025-07-31 缴款金额=60000000.01 凭证号=假 设");
        var due = await RunAsync("due", Grant, "--as-of", "2026-06-30", "--all", "--assume", "缴款 2025-07-31 缴款金额=100000000 凭证号=假设");
        var wrong = await RunAsync("money", Grant, "--assume", "缴款 2025-07-31 缴款金额=-1", "--assume", "缴款 昨天", "--assume", "无此种类 2026-01-01");

        Assert.Contains("尚欠 39999999.99 元", paid.Out, StringComparison.Ordinal);
        Assert.Contains("每笔恰在一个账户，收支相等", paid.Out, StringComparison.Ordinal);
        Assert.Contains("缴款：首期　2025-07-31　已办", due.Out, StringComparison.Ordinal);
        Assert.Equal(1, wrong.Exit);
        foreach (var code in new[] { "LEDGER_MONEY", "LEDGER_FIELD_MISSING", "LEDGER_ASSUME", "LEDGER_KIND" }) Assert.Contains(code, wrong.Error, StringComparison.Ordinal);
        Assert.Contains("核验 2 条", (await RunAsync("verify")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithAWrongAnchor_Fails()
    {
        await AddAsync("开工", "2025-12-20");
        var anchor = (await RunAsync("verify")).Out.Split('\n')[1].Split(' ', '　')[1];

        Assert.Equal(0, (await RunAsync("verify", "--anchor", anchor)).Exit);
        var wrong = await RunAsync("verify", "--anchor", "1:" + new string('a', 64));
        Assert.Equal(1, wrong.Exit);
        Assert.Contains("LEDGER_ANCHOR", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("LEDGER_ANCHOR_TEXT", (await RunAsync("verify", "--anchor", "乱写")).Error, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Out, string Error)> RunAsync(string command, params string[] arguments) => _session.RunAsync(
        command is "kinds" ? ["ledger", command] : ["ledger", command, .. arguments, "--store", _session.Store]);

    private async Task AddAsync(string kind, string day, params string[] fields)
    {
        string[] set = fields.Length == 0 ? [] : ["--set", .. fields];
        var (exit, _, error) = await RunAsync("add", [kind, Grant, "--happened", day, .. set, "--document", kind + "文件", "--by", "张三"]);
        Assert.True(exit == 0, error);
    }
}
