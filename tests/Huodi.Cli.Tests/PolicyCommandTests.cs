using System.Text.Json.Nodes;

namespace Huodi.Cli.Tests;

public sealed class PolicyCommandTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Evaluate_ArrayOfFacts_AnswersInTheSameOrderByTheContract()
    {
        var facts = _session.Write("facts.json", """[{ "用途大类": "公建", "建筑面积": 80000 }, { "用途大类": "公建", "建筑面积": 150000.01 }, { "用途大类": "公建" }]""");

        var (exit, output, _) = await _session.RunAsync("policy", "evaluate", "--decision", "DL-06/建设工期", "--facts", facts, "--as-of", "2026-03-01", "--json");

        Assert.Equal(0, exit);
        var answers = JsonNode.Parse(output)!.AsArray();
        Assert.Equal(["value", "value", "needsFacts"], answers.Select(a => a!["outcome"]!.GetValue<string>()));
        Assert.Equal([4m, 5m], answers.Take(2).Select(a => a!["value"]!.GetValue<decimal>()));
        Assert.Equal("""["建筑面积"]""", answers[2]!["missing"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        foreach (var name in new[] { "decision", "article", "package", "outcome", "value", "unit", "reasons", "missing", "determinations", "approvals", "status", "receipt" })
            Assert.All(answers, a => Assert.True(a!.AsObject().ContainsKey(name), name));
    }

    [Fact]
    public async Task Evaluate_ArticleId_AsksAllItsDecisions()
    {
        var facts = _session.Write("facts.json", "{}");

        var (_, output, _) = await _session.RunAsync("policy", "evaluate", "--decision", "DL-10", "--facts", facts, "--as-of", "2026-03-01", "--json");

        Assert.Equal(["DL-10/开工违约金", "DL-10/竣工违约金"], JsonNode.Parse(output)!.AsArray().Select(a => a!["decision"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Evaluate_SameQuestionTwice_PrintsTheSameBytes()
    {
        var facts = _session.Write("facts.json", """{ "用途大类": "工业", "建筑面积": 50000 }""");
        string[] question = ["policy", "evaluate", "--region", "210200", "--facts", facts, "--as-of", "2026-03-01", "--json"];

        Assert.Equal((await _session.RunAsync(question)).Out, (await _session.RunAsync(question)).Out);
    }

    [Theory]
    [InlineData("", "FACTS_JSON", "空")]
    [InlineData("{", "FACTS_JSON", "第 1 行")]
    [InlineData("[1]", "FACTS_SHAPE", "第 1 项")]
    [InlineData("\"甲\"", "FACTS_SHAPE", "对象")]
    [InlineData("{ \"建筑面职\": 1 }", "FACT_UNKNOWN", "建筑面积")]
    [InlineData("[{}, { \"建筑面积\": \"多\" }]", "FACT_TYPE", "第 2 个对象")]
    [InlineData("{ \"建筑面积\": 1, \"建筑面积\": 2 }", "FACTS_JSON", "只写一次")]
    public async Task Evaluate_BadFacts_NamesPlaceAndRemedy(string text, string code, string says)
    {
        var facts = _session.Write("facts.json", text);

        var (exit, output, error) = await _session.RunAsync("policy", "evaluate", "--decision", "DL-06/建设工期", "--facts", facts, "--as-of", "2026-03-01");

        Assert.NotEqual(0, exit);
        Assert.Equal("", output);
        Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Contains("建议", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--decision", "DL-99/不存在", "DECISION_UNKNOWN")]
    [InlineData("--as-of", "2026-02-30", "2026-02-30")]
    [InlineData("--region", "2102", "六位")]
    [InlineData("--policies", "没有的目录", "POLICIES_MISSING")]
    public async Task Evaluate_BadOption_IsRefused(string option, string value, string says)
    {
        var facts = _session.Write("facts.json", "{}");
        string[] given = [option, value];
        string[] rest = option switch { "--decision" => ["--as-of", "2026-03-01"], "--as-of" => ["--decision", "DL-10"], "--region" => ["--as-of", "2026-03-01"], _ => ["--decision", "DL-10", "--as-of", "2026-03-01"] };

        var (exit, output, error) = await _session.RunAsync(["policy", "evaluate", "--facts", facts, .. rest, .. given]);

        Assert.NotEqual(0, exit);
        Assert.Contains(says, error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_PoliciesWithAFullWidthOperator_NamesFileLineAndCorrection()
    {
        var policies = CopyOfPolicies();
        var law = Path.Combine(policies, "dalian-2025", "policy.md");
        File.WriteAllText(law, File.ReadAllText(law).Replace("合同签订日期 < 文件实施日", "合同签订日期 ＜ 文件实施日", StringComparison.Ordinal));
        var facts = _session.Write("facts.json", "{}");

        var (exit, output, error) = await _session.RunAsync("policy", "evaluate", "--decision", "DL-05", "--facts", facts, "--as-of", "2026-03-01", "--policies", policies);
        var check = await _session.RunAsync("policy", "check", "--policies", policies);

        Assert.Equal((1, "", 1), (exit, output, check.Exit));
        Assert.Matches(@"dalian-2025/policy\.md:\d+.*＜", error);
        Assert.Matches(@"dalian-2025/policy\.md:\d+.*＜", check.Out);
    }

    [Fact]
    public async Task Commands_OnTheCarriedPolicies_AllSucceed()
    {
        foreach (var command in new[] { "list", "check", "coverage", "test" })
        {
            var (exit, output, error) = await _session.RunAsync("policy", command);

            Assert.True(exit == 0, output + error);
            Assert.NotEqual("", output);
        }

        Assert.Contains("日0.2‰", (await _session.RunAsync("policy", "show", "DL-10")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await _session.RunAsync("policy", "show", "没有")).Exit);
    }

    [Fact]
    public async Task Explain_HostileText_StaysText()
    {
        var facts = _session.Write("facts.json", """{ "项目名称": "<script>alert(1)</script> | **甲**", "用途大类": "公建", "建筑面积": 80000 }""");

        var (exit, output, _) = await _session.RunAsync("policy", "explain", "--decision", "DL-06/建设工期", "--facts", facts, "--as-of", "2026-03-01", "--html");

        Assert.Equal(0, exit);
        Assert.DoesNotContain("<script>", output, StringComparison.Ordinal);
        Assert.Contains("表第 3 行", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Skeleton_ChecksAndAnswersAtOnce()
    {
        var policies = CopyOfPolicies();
        string[] make = ["policy", "new", "shenyang-2026", "--title", "某市办法：试行", "--issuer", "某市人民政府", "--region", "210100", "--policies", policies];

        var (exit, output, error) = await _session.RunAsync(make);
        var check = await _session.RunAsync("policy", "check", "--policies", policies);
        var again = await _session.RunAsync(make);

        Assert.True(exit == 0, output + error);
        Assert.True(check.Exit == 0, check.Out);
        Assert.Equal(1, again.Exit);
        Assert.Contains("POLICY_EXISTS", again.Error, StringComparison.Ordinal);
    }

    private string CopyOfPolicies()
    {
        var from = Path.Combine(AppContext.BaseDirectory, "policies");
        var to = _session.File("policies");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }
}
