using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Columns;

namespace Huodi.Policies.Tests.Columns;

public sealed class CircularImplicationTests
{
    private const string Facts = """

        - 名称: 甲事
          英文: factA
          类型: boolean
          主体: 宗地
          由来: 记录
          部门: 某部门
          推知:
            - { 已知: 乙事, 则: not(乙事) }
        - 名称: 乙事
          英文: factB
          类型: boolean
          主体: 宗地
          由来: 记录
          部门: 某部门
          推知:
            - { 已知: 甲事, 则: not(甲事) }

        """;

    private const string Blocks = """
        ```决策
        编号: T-01/甲
        名称: 甲成立
        条件:
          - 规则: 甲
            表达式: 甲事
            文句: 建筑面积
        ```

        """;

    [Fact]
    public void Judge_FactsThatImplyEachOther_AnswersAsASingleQuestionDoes()
    {
        using var policies = new TemporaryPolicies(Blocks);
        File.AppendAllText(Path.Combine(policies.Folder, "facts.yaml"), Facts);
        var loaded = policies.Load();
        Assert.False(loaded.HasErrors, string.Join('\n', loaded.Diagnostics));
        var builder = new FactBlockBuilder(loaded.Library.Dictionary);
        JsonObject[] subjects = [[], new() { ["甲事"] = true }, new() { ["乙事"] = true }, new() { ["乙事"] = false }, new() { ["甲事"] = true, ["乙事"] = true }];
        foreach (var subject in subjects) builder.Add($"{builder.Count}", DivisionCode.Parse("210202"), (JsonObject)subject.DeepClone());

        var column = loaded.Library.JudgeColumns(new(new(2026, 3, 1))).Judge(builder.Build()).Columns.Single();

        var singles = subjects.Select(s => loaded.Library.Evaluate("T-01/甲", s, new(new(2026, 3, 1)))).ToList();
        Assert.Equal(singles.Select(s => (s.Outcome, string.Join('、', s.Missing.Select(m => m.Name)))), Enumerable.Range(0, 5).Select(r => (column.Outcome(r), string.Join('、', column[r].Missing))));
        Assert.Equal(Outcome.Met, column.Outcome(3));
    }
}
