using System.IO.Compression;
using System.Text;

namespace Huodi.Cli.Tests.Letters;

/// <summary>Letters that the ledger keeps; the day is 2026-03-01.</summary>
public sealed class KeptLetterTests : IDisposable
{
    private const string Grant = "grant:2102112020B00001";
    private readonly Session _session = new();
    private readonly string _policies;

    public KeptLetterTests()
    {
        _policies = _session.File("policies");
        Copy(Path.Combine(AppContext.BaseDirectory, "policies"), _policies);
        var numbers = Path.Combine(_policies, "ledger", "letter-numbers.yaml");
        File.WriteAllText(numbers, ReplaceFirst(File.ReadAllText(numbers), "格式: ~", "格式: 甲自然资闲调〔{年}〕{序号}号"));
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Make_Recorded_CanBeWrittenAgainWordForWordAndChecked()
    {
        await LandAsync();

        var made = await MakeAsync("--out", _session.File("a.docx"));
        var again = await RunAsync("letter", "again", "甲自然资闲调〔2026〕1号", "--out", _session.File("b.docx"));
        var checkedA = await RunAsync("letter", "check", _session.File("a.docx"));
        var checkedB = await RunAsync("letter", "check", _session.File("b.docx"));
        var shown = await RunAsync("letter", "show", "甲自然资闲调〔2026〕1号");

        Assert.Equal((0, ""), (made.Exit, made.Error));
        Assert.Contains("甲自然资闲调〔2026〕1号", made.Out, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), (again.Exit, checkedA.Exit, checkedB.Exit));
        Assert.Contains("文字一致", checkedB.Out, StringComparison.Ordinal);
        Assert.Equal(made.Out.Split('\n').Single(l => l.StartsWith("文字凭据", StringComparison.Ordinal)), again.Out.Split('\n').Single(l => l.StartsWith("文字凭据", StringComparison.Ordinal)));
        Assert.Contains("约定开工日期=\"2024-03-01\"", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AFileWithAWordChanged_SaysWhichParagraph()
    {
        await LandAsync();
        _ = await MakeAsync("--out", _session.File("a.docx"));
        Alter(_session.File("a.docx"), "联系电话：1", "联系电话：2");

        var (exit, _, error) = await RunAsync("letter", "check", _session.File("a.docx"));
        var notWord = await RunAsync("letter", "check", _session.Write("c.docx", "文字"));

        Assert.Equal(1, exit);
        Assert.Contains("LETTER_DIFFERS", error, StringComparison.Ordinal);
        Assert.Contains("登记：联系人：李某；联系电话：1。　文件：联系人：李某；联系电话：2。", error, StringComparison.Ordinal);
        Assert.Contains("LETTER_FILE", notWord.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ByManyAtOnce_LeavesNoGapAndNoDouble()
    {
        await LandAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => MakeAsync())));
        var kept = await RunAsync("letter", "kept");

        Assert.All(made, m => Assert.Equal(0, m.Exit));
        Assert.Equal(
            Enumerable.Range(1, 5).Select(i => $"甲自然资闲调〔2026〕{i}号"),
            kept.Out.Split('\n').Where(l => l.StartsWith('第')).Select(l => l.Split('　')[1]));
    }

    [Fact]
    public async Task Make_WithANumberOfItsOwn_IsRefusedWhereTheSequenceGivesItAndWhereItIsTaken()
    {
        await LandAsync();

        var manual = await MakeAsync("--entry", "发文字号=甲自然资闲调〔2026〕9号");
        var first = await FindingAsync();
        var twice = await FindingAsync();

        Assert.Contains("LETTER_NUMBER：“闲置土地调查通知书”的文号由序列", manual.Error, StringComparison.Ordinal);
        Assert.Equal(0, first.Exit);
        Assert.Contains("LETTER_NUMBER：文号“甲认1号”已用于第", twice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_AfterADateWasCorrected_SaysThatTheLetterRestedOnIt()
    {
        await LandAsync();
        _ = await MakeAsync();
        _ = await RunAsync("ledger", "add", "开工", Grant, "--happened", "2026-02-28", "--document", "核实单", "--by", "乙");
        var later = await RunAsync("letter", "kept");
        _ = await RunAsync("ledger", "correct", "1", "--set", "约定开工日期=2024-06-01", "--reason", "合同日期录错", "--by", "乙");

        var corrected = await RunAsync("letter", "kept");

        // What happened after the letter's day changes nothing of what it says; a correction does.
        Assert.DoesNotContain("注意", later.Out, StringComparison.Ordinal);
        Assert.Contains("所依据的“约定开工日期”（\"2024-03-01\"）已更正为 \"2024-06-01\"（第 5 条登记：合同日期录错）", corrected.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_ATextLongerThanAnEntry_IsKeptWhole()
    {
        await LandAsync();
        var template = Path.Combine(_policies, "cn", "idle-land-2012", "letters", "闲置土地调查通知书.md");
        await File.AppendAllTextAsync(template, string.Concat(Enumerable.Range(1, 3000).Select(i => $"\n附记第{i}段：土地开发利用情况、闲置原因及相关说明。\n")), TestContext.Current.CancellationToken);

        var made = await MakeAsync();
        var again = await RunAsync("letter", "again", "甲自然资闲调〔2026〕1号", "--out", _session.File("long.docx"));
        var compared = await RunAsync("letter", "check", _session.File("long.docx"));
        var verified = await RunAsync("ledger", "verify");

        Assert.Equal((0, 0, 0), (made.Exit, again.Exit, compared.Exit));
        Assert.Contains("没有改动", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_ALetter_IsRefusedButItCanBeTakenBack()
    {
        await LandAsync();
        _ = await MakeAsync();

        var corrected = await RunAsync("ledger", "correct", "3", "--set", "文号=乙1号", "--reason", "误", "--by", "乙");
        var withdrawn = await RunAsync("ledger", "correct", "3", "--withdraw", "--reason", "未签发", "--by", "乙");
        var next = await MakeAsync();

        Assert.Contains("LEDGER_FIXED", corrected.Error, StringComparison.Ordinal);
        Assert.Equal(0, withdrawn.Exit);
        Assert.Contains("甲自然资闲调〔2026〕2号", next.Out, StringComparison.Ordinal);
    }

    private static string ReplaceFirst(string text, string what, string with)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return text[..at] + with + text[(at + what.Length)..];
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file has a folder.
            File.Copy(file, target);
        }
    }

    private static void Alter(string docx, string what, string with)
    {
        using var zip = ZipFile.Open(docx, ZipArchiveMode.Update);
        var entry = zip.Entries.Single(e => e.FullName == "word/document.xml");
        string text;
        using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) text = reader.ReadToEnd();
        using var writer = new StreamWriter(entry.Open(), Encoding.UTF8);
        writer.BaseStream.SetLength(0);
        writer.Write(text.Replace(what, with, StringComparison.Ordinal));
    }

    private async Task LandAsync()
    {
        _ = await RunAsync(
            "ledger", "add", "供地", Grant, "--happened", "2020-03-01", "--document", "出让合同", "--by", "甲", "--set", "权利类型=出让", "合同签订日期=2020-03-01",
            "行政区划代码=340111", "出让价款总额=100000000", "约定开工日期=2024-03-01", "权利人=某公司", "项目位置=某路", "项目名称=某项目", "宗地面积=20000", "土地用途=工业用地",
            "电子监管号=2102112020B00001");
        _ = await RunAsync("ledger", "add", "巡查", Grant, "--happened", "2026-01-04", "--set", "巡查方式=现场", "已开工=否", "--document", "巡查记录", "--by", "甲");
    }

    private Task<(int Exit, string Out, string Error)> MakeAsync(params string[] more) => RunAsync(
    [
        "letter", "make", "闲置土地调查通知书", "--subject", Grant, "--record", "--by", "甲", "--as-of", "2026-02-03", "--entry", "发文机关=甲市自然资源局", "成文日期=2026-02-03",
        "权利人地址=某路1号", "调查主要内容=闲置原因", "其他需要调查的事项=无", "联系人=李某", "联系电话=1", .. more,
    ]);

    private Task<(int Exit, string Out, string Error)> FindingAsync() => RunAsync(
        "letter", "make", "闲置土地认定书", "--subject", Grant, "--record", "--by", "甲", "--as-of", "2026-02-03", "--facts", _session.Write("f.json", "{\"闲置原因\":\"企业自身原因\"}"),
        "--entry", "发文机关=甲市自然资源局", "成文日期=2026-02-20", "发文字号=甲认1号", "权利人地址=某路1号", "调查通知书文号=甲调1号", "其他需要说明的事项=无");

    private Task<(int Exit, string Out, string Error)> RunAsync(params string[] args) =>
        _session.RunAsync(args[0] == "ledger" && args[1] is "verify" ? [.. args, "--store", _session.Store] : [.. args, "--store", _session.Store, "--policies", _policies]);
}
