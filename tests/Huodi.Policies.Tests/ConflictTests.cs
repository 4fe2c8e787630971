using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;

namespace Huodi.Policies.Tests;

/// <summary>
/// 大连第十九条 against 暂行条例第十四条: signed on 2025-09-10, the price is due on 2025-11-09 (sixtieth day: 20 days of September, 31 of
/// October, 9 of November), or on 2027-09-10 when deferred for two years.
/// </summary>
public sealed class ConflictTests
{
    private const string Deferral = "DL-19/延期最迟日期";
    private const string National = "CN-GRANT-14/付清出让金最迟日期";
    private static readonly Question Question = new(new(2026, 3, 1));

    [Fact]
    public void Evaluate_TwoRulesInForceDisagree_CarriesBothAndChoosesNeither()
    {
        var answer = CarriedPolicies.Library.Evaluate(Deferral, Signed(), Question);

        var conflict = Assert.Single(answer.Conflicts);
        Assert.Equal((Outcome.Value, "2027-09-10"), (answer.Outcome, answer.Value!.GetValue<string>()));
        Assert.Equal((National, "2025-11-09", true), (conflict.Other.Decision, conflict.Other.Value!.GetValue<string>(), conflict.Differs));
        Assert.Equal(CarriedPolicies.Library.Evaluate(National, Signed(), Question).Receipt, conflict.Other.Receipt);
    }

    [Fact]
    public void ToJson_Conflict_HasTheOtherAnswerUnderConflicts()
    {
        var json = PolicyAnswerJson.ToJson(CarriedPolicies.Library.Evaluate(Deferral, Signed(), Question))["conflicts"]!.AsArray();

        var one = Assert.Single(json)!.AsObject();
        Assert.Equal(
            ["decision", "article", "package", "title", "outcome", "value", "unit", "missing", "status", "text", "differs", "receipt"],
            one.Select(e => e.Key));
        Assert.Equal("2025-11-09", one["value"]!.GetValue<string>());
    }

    [Fact]
    public void EvaluateRegion_NationalRule_ShowsTheCitysWhereTheCityGoverns()
    {
        var inDalian = Ask("210211");
        var inHefei = Ask("340102");

        Assert.Contains(inDalian.Conflicts, c => c is { Differs: true, Other.Decision: Deferral });
        Assert.Empty(inHefei.Conflicts);

        PolicyAnswer Ask(string division) =>
            CarriedPolicies.Library.EvaluateRegion(DivisionCode.Parse(division), Signed(), Question).Single(a => a.Decision == National);
    }

    [Fact]
    public void Evaluate_OneRuleStillOpen_SaysThatItCannotBeTold()
    {
        var answer = CarriedPolicies.Library.Evaluate(Deferral, new() { ["合同签订日期"] = "2025-09-10" }, Question);

        Assert.Equal((Outcome.NeedsDetermination, (bool?)null), (answer.Outcome, Assert.Single(answer.Conflicts).Differs));
    }

    [Fact]
    public void Receipt_IsTheSameWithAndWithoutReasonsAndConflicts()
    {
        var division = DivisionCode.Parse("210211");
        var with = CarriedPolicies.Library.EvaluateRegion(division, Signed(), Question);
        var without = CarriedPolicies.Library.EvaluateRegion(division, Signed(), Question, withReasons: false);

        Assert.Equal(with.Select(a => a.Receipt), without.Select(a => a.Receipt));
    }

    [Fact]
    public void Load_ConflictWithNothing_IsRefusedWithTheNearestName()
    {
        using var policies = new TemporaryPolicies("""
            ```决策
            编号: T-01/工期
            名称: 试验工期
            结果: 3
            冲突: { 决策: T-01/工其, 文: 两处不同 }
            ```
            """);

        var found = Assert.Single(policies.Load().Diagnostics, d => d.Code == "CONFLICT_UNKNOWN");
        Assert.True(found.IsError);
        Assert.Equal("t/policy.md", found.File);
        Assert.Contains("T-01/工期", found.Suggestion, StringComparison.Ordinal);
    }

    private static JsonObject Signed() => new() { ["合同签订日期"] = "2025-09-10", ["确需延期缴纳"] = true };
}
