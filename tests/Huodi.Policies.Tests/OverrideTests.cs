using Huodi.Policies.Answers;
using Huodi.Policies.Loading;

namespace Huodi.Policies.Tests;

public sealed class OverrideTests
{
    private const string Open = """
        ```参数
        利率: { 待定: 市财政局, 类型: number }
        法定比例: { 2025-01-01: 0.5 }
        ```

        ```决策
        名称: 利息
        结果: 建筑面积 * 利率 * 法定比例
        ```
        """;

    [Fact]
    public void Evaluate_ParameterSetByTheCity_UsesItFromItsDay()
    {
        using var policies = With("利率: { 2026-01-01: 0.03 }");
        var library = policies.Load().Library;

        var before = library.Evaluate("T-01", new() { ["建筑面积"] = 100 }, new(new(2025, 12, 31)));
        var after = library.Evaluate("T-01", new() { ["建筑面积"] = 100 }, new(new(2026, 1, 1)));

        Assert.Equal((Outcome.NeedsFacts, "利率", "市财政局"), (before.Outcome, before.Missing.Single().Name, before.Missing.Single().Office));
        Assert.Equal((Outcome.Value, 1.5m), (after.Outcome, after.Value!.GetValue<decimal>()));
    }

    [Fact]
    public void Receipt_ParameterSetByTheCity_Changes()
    {
        using var open = new TemporaryPolicies(Open);
        using var set = With("利率: { 2026-01-01: 0.03 }");

        Assert.NotEqual(Ask(open.Load()).Receipt, Ask(set.Load()).Receipt);

        static PolicyAnswer Ask(LoadedPolicies policies) => policies.Library.Evaluate("T-01", new() { ["建筑面积"] = 100 }, new(new(2025, 12, 31)));
    }

    [Theory]
    [InlineData("利律: { 2026-01-01: 0.03 }", "t-1", "OVERRIDE_PARAMETER")]
    [InlineData("法定比例: { 2026-01-01: 0.6 }", "t-1", "OVERRIDE_LAW")]
    [InlineData("利率: { 2026-01-01: 0.03 }", "t-9", "OVERRIDE_TARGET")]
    public void Load_OverrideThatFitsNothing_IsRefused(string parameter, string target, string code)
    {
        using var policies = With(parameter, target);

        Assert.Contains(policies.Load().Diagnostics, d => d.IsError && d.Code == code && d.File == "overrides/t/policy.md");
    }

    [Fact]
    public void Load_ParameterSetTwice_IsRefused()
    {
        using var policies = With("利率: { 2026-01-01: 0.03 }");
        Directory.CreateDirectory(Path.Combine(policies.Folder, "overrides", "u"));
        var again = File.ReadAllText(Path.Combine(policies.Folder, "overrides", "t", "policy.md")).Replace("t-1-overrides", "t-1-again", StringComparison.Ordinal);
        policies.Write("overrides/u/policy.md", again);

        Assert.Contains(policies.Load().Diagnostics, d => d is { IsError: true, Code: "OVERRIDE_TWICE" });
    }

    private static TemporaryPolicies With(string parameter, string target = "t-1")
    {
        var policies = new TemporaryPolicies(Open);
        Directory.CreateDirectory(Path.Combine(policies.Folder, "overrides", "t"));
        policies.Write("overrides/t/policy.md", $"""
            ---
            id: t-1-overrides
            title: 某市参数
            issuer: 某市财政局
            number: 某财〔2026〕1号
            status: in-force
            valid-from: 2026-01-01
            region: 210200
            overrides: {target}
            ---

            ## 第一条 利率 {"{#T-O-01}"}

            > 利率为百分之三。

            ```参数
            {parameter}
            ```
            """);
        return policies;
    }
}
