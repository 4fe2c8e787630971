using Huodi.Policies.Checking;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Tests;

public sealed class BadDocumentTests
{
    [Fact]
    public void Load_FullWidthOperator_NamesPlaceAndRemedy()
    {
        using var policies = new TemporaryPolicies("""
            ```决策
            编号: T-01/小型
            名称: 小型项目
            条件:
              - 建筑面积 ＜ 80000
            ```
            """);

        var error = Assert.Single(policies.Load().Diagnostics, d => d.IsError);

        Assert.Equal(("t/policy.md", TemporaryPolicies.LinesBefore + 5), (error.File, error.Line));
        Assert.Contains('＜', error.Message);
        Assert.Contains('<', error.Suggestion);
    }

    [Fact]
    public void Load_FactThatDoesNotExist_NamesTheNearest()
    {
        using var policies = new TemporaryPolicies("""
            ```决策
            名称: 小型项目
            结果: 建筑面职 * 2
            ```
            """);

        var error = Assert.Single(policies.Load().Diagnostics, d => d.IsError);

        Assert.Equal(TemporaryPolicies.LinesBefore + 3, error.Line);
        Assert.Contains("建筑面职", error.Message, StringComparison.Ordinal);
        Assert.Contains("建筑面积", error.Suggestion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```决策\n名称: 甲\n条件:\n  - 建筑面积\n```", "CONDITION_TYPE")]
    [InlineData("```决策\n名称: 甲\n```", "DECISION_FORM")]
    [InlineData("```决策\n名称: 甲\n结果: 1\n条件: [房地产用地]\n```", "DECISION_FORM")]
    [InlineData("```决策\n名称: 甲\n结果: 1\n结论: 2\n```", "YAML_KEY_UNKNOWN")]
    [InlineData("```决策\n名称: 甲\n  结果: [\n```", "YAML_SYNTAX")]
    [InlineData("```绝策\n名称: 甲\n```", "BLOCK_KIND")]
    [InlineData("```决策\n名称: 建筑面积\n结果: 1\n```", "NAME_TWICE")]
    [InlineData("```决策\n名称: 甲\n结果: 乙 + 1\n```\n\n```决策\n编号: T-01/乙\n名称: 乙\n结果: 甲 + 1\n```", "DECISION_CIRCLE")]
    [InlineData("```决策\n名称: 甲\n```\n\n| U | 建筑面积(斤) | 工期 |\n|---|---|---|\n| 1 | - | 3 |", "UNIT_UNKNOWN")]
    [InlineData("```决策\n名称: 甲\n```\n\n| U | 建筑面积 | 工期 |\n|---|---|---|\n| 1 | - |", "TABLE_RAGGED")]
    [InlineData("\n| U | 建筑面积 | 工期 |\n|---|---|---|\n| 1 | - | 3 |", "POLICY_TABLE_ALONE")]
    [InlineData("| U | 建筑面积 | 工期 |\n|---|---|---|\n| 1 | - | 3 |", "POLICY_STRAY")]
    [InlineData("```参数\n费率: { 单位: 元 }\n```", "PARAMETER_EMPTY")]
    [InlineData("```决策\n名称: 甲\n结果: 5万\n```", "FEEL")]
    public void Load_Mistake_IsReportedByCode(string blocks, string code)
    {
        using var policies = new TemporaryPolicies(blocks);

        var loaded = policies.Load();

        Assert.True(loaded.HasErrors);
        Assert.Contains(loaded.Diagnostics, d => d.Code.StartsWith(code, StringComparison.Ordinal));
        Assert.All(loaded.Diagnostics, d => Assert.InRange(d.Line, 1, TemporaryPolicies.LinesBefore + 20));
    }

    [Fact]
    public void Check_QuoteNotInTheArticle_IsAnError()
    {
        using var policies = new TemporaryPolicies("""
            ```决策
            名称: 小型项目
            条件:
              - { 规则: 小型, 表达式: 建筑面积 < 80000, 文句: 建筑面积不大于8万平方米 }
            ```
            """);

        Assert.Contains(PolicyCheck.Run(policies.Load().Library), d => d.Code == "POLICY_QUOTE");
    }

    [Fact]
    public void Check_TableWithGapAndOverlap_GivesAnExampleOfEach()
    {
        using var policies = new TemporaryPolicies("""
            ```决策
            名称: 工期
            ```

            | U | 建筑面积(万平方米) | 工期(年) |
            |---|---|---|
            | 1 | < 8 | 3 |
            | 2 | [7..15] | 4 |
            | 3 | > 16 | 5 |
            """);

        var found = PolicyCheck.Run(policies.Load().Library);

        Assert.Contains(found, d => d.Code == "TABLE_OVERLAP" && d.Message.Contains("1、2", StringComparison.Ordinal));
        Assert.Contains(found, d => d.Code == "TABLE_GAP");
    }

    [Theory]
    [InlineData("", "FILE_EMPTY")]
    [InlineData("没有说明的文件", "POLICY_FRONT")]
    [InlineData("---\nid: t-1\n---\n", "YAML_KEY")]
    [InlineData("---\nid: t-1\ntitle: 甲\nissuer: 乙\nstatus: 有效\nregion: 2102\nvalid-from: 2025-2-30\n---\n", "POLICY_STATUS")]
    public void Load_BadFront_IsReported(string text, string code)
    {
        using var policies = new TemporaryPolicies("", text);

        Assert.Contains(policies.Load().Diagnostics, d => d.Code == code);
    }

    [Theory]
    [InlineData(new byte[] { 0x2D, 0x2D, 0x2D, 0x0A, 0xD6, 0xD0, 0xCE, 0xC4 }, "FILE_ENCODING")]
    [InlineData(new byte[] { 0x2D, 0x2D, 0x00, 0x0A }, "FILE_BINARY")]
    public void Load_NotText_IsReported(byte[] bytes, string code)
    {
        using var policies = new TemporaryPolicies("");
        policies.Write("t/policy.md", bytes);

        Assert.Contains(policies.Load().Diagnostics, d => d.Code == code);
    }

    [Fact]
    public void Load_DictionaryMissing_IsReported()
    {
        using var policies = new TemporaryPolicies("");
        File.Delete(Path.Combine(policies.Folder, "facts.yaml"));

        Assert.Contains(policies.Load().Diagnostics, d => d is { Code: "FILE_MISSING", File: "facts.yaml" });
    }

    [Fact]
    public void Load_NoFolder_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => PolicyFolder.Load(Path.Combine(CarriedPolicies.Folder, "nowhere")));
}
