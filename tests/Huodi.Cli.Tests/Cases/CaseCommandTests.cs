namespace Huodi.Cli.Tests.Cases;

/// <summary>Cases on the command line; the day is 2026-03-01.</summary>
public sealed class CaseCommandTests : IDisposable
{
    private const string Grant = "grant:2102112022B00002";
    private const string Office = "市、县国土资源主管部门";
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Step_WithEverythingWrong_TellsEverythingAndRecordsNothing()
    {
        await OpenAsync();

        var (exit, _, error) = await StepAsync("下达《闲置土地认定书》", "2026-02-05", "--outcome", "认定", "--role", "乙方");
        var shown = await _session.RunAsync("case", "show", "2026-0001", "--store", _session.Store);

        Assert.Equal(1, exit);
        foreach (var code in new[] { "STEP_SKIPPED", "OUTCOME_UNKNOWN", "STEP_ROLE", "STEP_DOCUMENT", "LEDGER_FIELD_MISSING" }) Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.Contains("下一步：第 1 步　发现涉嫌闲置", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AfterDiscovery_TellsWhoUntilWhenAndHowItIsReckoned()
    {
        await OpenAsync();
        _ = await DiscoverAsync();

        var (_, output, _) = await _session.RunAsync("case", "show", "2026-0001", "--store", _session.Store);

        // 第五条: 三十日内. 2026-02-02 + 30 = 2026-03-04, a Wednesday that is worked.
        Assert.Contains("最迟 2026-03-04（还有 3 天）", output, StringComparison.Ordinal);
        Assert.Contains("应当在三十日内开展调查核实", output, StringComparison.Ordinal);
        Assert.Contains("由谁：市、县国土资源主管部门", output, StringComparison.Ordinal);
        Assert.Contains("文书：闲置土地调查通知书", output, StringComparison.Ordinal);
        Assert.Contains("材料：送达回证", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_RecordedOnceMoreForTheSamePlace_SaysWhoWasFirst()
    {
        await OpenAsync();
        _ = await DiscoverAsync("--place", "1");

        var (exit, _, error) = await DiscoverAsync("--place", "1", "--by", "李四");

        Assert.Equal(1, exit);
        Assert.Contains("CASE_MOVED：第 1 步已由 张三 登记为“发现涉嫌闲置：涉嫌构成闲置土地”", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_OutOfTurnWithAGround_IsRecordedAndShown()
    {
        await OpenAsync();

        var done = await StepAsync(
            "调查核实", "2026-02-10", "--outcome", "构成闲置土地", "--role", Office, "--ground", "前案已送达通知书，见原卷");
        var shown = await _session.RunAsync("case", "show", "2026-0001", "--store", _session.Store);

        Assert.Equal(0, done.Exit);
        Assert.Contains("越步理由：前案已送达通知书，见原卷", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_OfAStepBesideTheCase_IsRefused()
    {
        var (exit, _, error) = await _session.RunAsync(
            "ledger", "add", "立案", Grant, "--happened", "2026-02-02", "--set", "案件编号=甲", "程序编号=CN-53-04/闲置土地处置", "--document", "审批表", "--by", "张三", "--store", _session.Store);

        Assert.Equal(1, exit);
        Assert.Contains("LEDGER_THROUGH", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_TheSameNumberOrTheSameProcedureAgain_IsRefused()
    {
        await OpenAsync();

        var again = await OpenAsync(Grant, "--number", "2026-0001");
        var other = await OpenAsync("grant:2102112022B00003");

        Assert.Equal(1, again.Exit);
        Assert.Contains("CASE_NUMBER", again.Error, StringComparison.Ordinal);
        Assert.Contains("CASE_RUNNING", again.Error, StringComparison.Ordinal);
        Assert.Contains("已立案 2026-0002", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_AStepAway_LeavesAGapThatTheCaseTells()
    {
        await OpenAsync();
        _ = await DiscoverAsync();
        _ = await ServeAsync();
        var corrected = await _session.RunAsync("ledger", "correct", "2", "--withdraw", "--reason", "登错", "--by", "张三", "--store", _session.Store);

        var shown = await _session.RunAsync("case", "show", "2026-0001", "--store", _session.Store);
        var before = await _session.RunAsync("case", "show", "2026-0001", "--known-as-of", "2026-02-28", "--store", _session.Store);

        Assert.Equal(0, corrected.Exit);
        Assert.Contains("待核对", shown.Out, StringComparison.Ordinal);
        Assert.Contains("CASE_GAP：缺第 1 步", shown.Out, StringComparison.Ordinal);
        Assert.Equal(1, before.Exit);
    }

    [Fact]
    public async Task State_AfterTheNotice_IsInDisposalAndTheClockRunsOnce()
    {
        await OpenAsync();
        _ = await DiscoverAsync();
        _ = await ServeAsync();

        var state = await _session.RunAsync("ledger", "state", Grant, "--store", _session.Store);
        var due = await _session.RunAsync("ledger", "due", Grant, "--all", "--store", _session.Store);

        Assert.Contains("处置中：是", state.Out, StringComparison.Ordinal);
        // 第五条: 2026-02-09 + 30 = 2026-03-11.
        Assert.Single(due.Out.Split('\n'), l => l.Contains("提供闲置原因说明和材料　2026-03-11", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_Cases_PutsTheNearestLastDayFirst()
    {
        _ = await OpenAsync("grant:2102112022B00003");
        await OpenAsync(Grant);
        _ = await _session.RunAsync(
            "case", "step", "2026-0002", "发现涉嫌闲置", "--outcome", "涉嫌构成闲置土地", "--role", Office, "--day", "2026-02-02", "--document", "发现记录", "--by", "张三", "--store", _session.Store);

        var (_, output, _) = await _session.RunAsync("case", "list", "--store", _session.Store);

        Assert.Equal(["2026-0002", "2026-0001"], output.Split('\n').Where(l => l.Contains("在办", StringComparison.Ordinal)).Select(l => l[..9]));
        Assert.Contains("共 2 件", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedures_OneOfThem_ShowsItsSteps()
    {
        var all = await _session.RunAsync("case", "procedures", "--region", "210211");
        var one = await _session.RunAsync("case", "procedures", "DL-25/收回土地");

        Assert.Contains("CN-53-04/闲置土地处置", all.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("QD-13", all.Out, StringComparison.Ordinal);
        Assert.Contains("结果：无法达成一致 → 申请仲裁或者提出诉讼", one.Out, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Out, string Error)> OpenAsync(string subject = Grant, params string[] more) => _session.RunAsync(
        ["case", "open", "CN-53-04/闲置土地处置", subject, "--day", "2026-02-02", "--document", "立案审批表", "--by", "张三", "--store", _session.Store, .. more]);

    private Task<(int Exit, string Out, string Error)> DiscoverAsync(params string[] more) =>
        StepAsync("发现涉嫌闲置", "2026-02-02", ["--outcome", "涉嫌构成闲置土地", "--role", Office, .. more]);

    private Task<(int Exit, string Out, string Error)> ServeAsync() =>
        StepAsync("送达《闲置土地调查通知书》", "2026-02-09", "--role", Office, "--with", "送达回证", "--set", "文号=闲查2号", "送达方式=直接送达");

    private Task<(int Exit, string Out, string Error)> StepAsync(string step, string day, params string[] more) => _session.RunAsync(
    [
        "case", "step", "2026-0001", step, "--day", day, "--document", "卷内文件", .. more.Contains("--by") ? [] : new[] { "--by", "张三" }, "--store", _session.Store, .. more,
    ]);
}
