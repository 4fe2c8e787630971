namespace Huodi.Policies.Tests.Procedures;

public sealed class ProcedureReadingTests
{
    [Theory]
    [InlineData("步骤: [甲, 乙, 甲]", "STEP_TWICE")]
    [InlineData("步骤:\n  - { 步骤: 甲, 结果: { 是: 丙 } }\n  - 乙", "STEP_UNKNOWN")]
    [InlineData("步骤:\n  - { 步骤: 甲, 结果: { 是: 结案 } }\n  - 乙", "STEP_UNREACHABLE")]
    [InlineData("步骤:\n  - { 步骤: 甲, 主办: 某局 }", "YAML_KEY_UNKNOWN")]
    public void Load_WrongSteps_AreTold(string steps, string code)
    {
        using var policies = new TemporaryPolicies($"```程序\n编号: T-01\n名称: 试验\n{steps}\n```\n");

        Assert.Contains(code, policies.Load().Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("{ 步骤: 甲, 最迟: T-01/无 }", "DECISION_UNKNOWN")]
    [InlineData("{ 步骤: 甲, 记为: 宗地面积 }", "STEP_FACT")]
    public void Check_NamesNothingDefines_AreTold(string step, string code)
    {
        using var policies = new TemporaryPolicies($"```程序\n编号: T-01\n名称: 试验\n步骤:\n  - {step}\n```\n");

        Assert.Contains(code, Checking.PolicyCheck.Run(policies.Load().Library).Select(d => d.Code));
    }

    [Fact]
    public void Load_PlainSteps_FollowOneAnother()
    {
        using var policies = new TemporaryPolicies("```程序\n编号: T-01\n名称: 试验\n步骤: [甲, 乙]\n角色: [某局]\n```\n");

        var procedure = Assert.Single(policies.Load().Library.Packages.Single().Procedures);

        Assert.Equal("T-01/试验", procedure.Id);
        Assert.Equal(["乙", ""], procedure.Steps.Select(s => s.Next.Single().Value));
        Assert.All(procedure.Steps, s => Assert.Equal(["某局"], s.Roles));
    }
}
