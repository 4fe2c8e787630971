using Huodi.Policies.Letters;

namespace Huodi.Policies.Tests.Letters;

public sealed class LetterTemplateTests
{
    private const string Front = "---\n标题: 试验函\n依据: [T-01]\n---\n";

    [Theory]
    [InlineData("主送：{{权利}}\n", "LETTER_NAME", 5)]
    [InlineData("正文\n\n面积{{宗地面积|平米}}。\n", "LETTER_FORM", 7)]
    [InlineData("{{条文 T-99}}\n", "LETTER_ARTICLE", 5)]
    [InlineData("{{计算 T-01/无}}\n", "LETTER_DECISION", 5)]
    [InlineData("面积{{宗地面积。\n", "LETTER_HOLE", 5)]
    public void Load_WrongBody_NamesTheLine(string body, string code, int line)
    {
        var problem = Assert.Single(Problems(Front + body));

        Assert.Equal((code, line), (problem.Code, problem.Line));
        Assert.NotEqual("", problem.Suggestion);
    }

    [Theory]
    [InlineData("没有说明\n", "LETTER_FRONT")]
    [InlineData("---\n标题: 试验函\n依据: [T-99]\n---\n正文\n", "LETTER_ARTICLE")]
    [InlineData("---\n标题: 试验函\n须成立: [T-01/无]\n---\n正文\n", "LETTER_DECISION")]
    [InlineData("---\n依据: [T-01]\n---\n正文\n", "YAML_KEY")]
    [InlineData("---\n标题: 试验函\n抬头: 某\n---\n正文\n", "YAML_KEY_UNKNOWN")]
    [InlineData("---\n标题: 试验函\n填写项: [{ 名称: 发文字号 }]\n---\n正文\n", "LETTER_ENTRY_TWICE")]
    [InlineData("---\n标题: 试验函\n填写项: [{ 名称: 甲, 类型: 货币 }]\n---\n正文\n", "LETTER_ENTRY_TYPE")]
    public void Load_WrongFront_IsTold(string text, string code) => Assert.Equal(code, Assert.Single(Problems(text)).Code);

    [Fact]
    public void Load_NameAlmostRight_SuggestsTheRightOne() =>
        Assert.Contains("宗地面积", Assert.Single(Problems(Front + "{{宗地面职}}\n")).Suggestion, StringComparison.Ordinal);

    [Fact]
    public void Load_StepWithALetterThatHasNoTemplate_IsTold()
    {
        using var policies = new TemporaryPolicies("```程序\n编号: T-01\n名称: 试验\n步骤:\n  - { 步骤: 甲, 文书: 通知书 }\n```\n");

        Assert.Equal("LETTER_UNKNOWN", Assert.Single(LetterFolder.Load(policies.Folder, policies.Load().Library).Diagnostics).Code);
    }

    private static IReadOnlyList<Loading.PolicyDiagnostic> Problems(string template)
    {
        using var policies = new TemporaryPolicies("");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "t", "letters"));
        policies.Write("t/letters/试验函.md", template);
        return LetterFolder.Load(policies.Folder, policies.Load().Library).Diagnostics;
    }
}
