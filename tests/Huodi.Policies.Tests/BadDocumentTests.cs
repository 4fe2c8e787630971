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

    [Theory]
    [InlineData("界限: { 2025-01-01: 80000 }", true)]
    [InlineData("工期: { 2025-01-01: duration(\"P3Y\"), 类型: years and months duration }", true)]
    [InlineData("界限: { 2025-01-01: 90000 }", false)]
    [InlineData("界限: { 2025-01-01: 0.25 }", false)]
    [InlineData("界限: { 2025-01-01: 90000, 出处: 另一文件第二条 }", true)]
    public void Check_FigureThatTheArticleDoesNotSay_NeedsASource(string parameter, bool sound)
    {
        using var policies = new TemporaryPolicies($"```参数\n{parameter}\n```");

        var found = PolicyCheck.Run(policies.Load().Library);

        Assert.Equal(!sound, found.Any(d => d is { Code: "PARAMETER_SOURCE", IsError: true }));
    }

    [Fact]
    public void Check_NewDocumentBeforeTheOldOneEnds_IsAnOverlapOfTerms()
    {
        using var policies = new TemporaryPolicies("```仅文本\n说明: 试验\n```");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "u"));
        policies.Write("u/policy.md", """
            ---
            id: t-2
            title: 新政策
            issuer: 某市人民政府
            status: in-force
            valid-from: 2026-01-01
            region: 210200
            supersedes: [t-1]
            ---

            ## 第一条 {#U-01}

            > 文。

            ```仅文本
            说明: 试验
            ```
            """);

        var found = Assert.Single(PolicyCheck.Run(policies.Load().Library), d => d.Code == "TERM_OVERLAP");
        Assert.Equal(("u/policy.md", true), (found.File, found.IsError));
    }

    [Fact]
    public void Check_TwoNationalDecisionsOfOneName_AreReported()
    {
        using var policies = new TemporaryPolicies("");
        foreach (var id in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(policies.Folder, id));
            policies.Write($"{id}/policy.md", $$"""
                ---
                id: {{id}}
                title: 国家规定{{id}}
                issuer: 国务院
                status: in-force
                valid-from: 2025-01-01
                region: 100000
                ---

                ## 第一条 {#{{id.ToUpperInvariant()}}-01}

                > 文。

                ```决策
                名称: 同名
                结果: 3
                ```
                """);
        }

        var found = Assert.Single(PolicyCheck.Run(policies.Load().Library), d => d.Code == "NAME_TWICE");
        Assert.Equal("b/policy.md", found.File);
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
