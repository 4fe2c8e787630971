using System.Text.Json.Nodes;
using Huodi.Domain.Codes;
using Huodi.Policies.Answers;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Facts;

namespace Huodi.Policies.Tests;

public sealed class ContractTests
{
    private static readonly Question InMarch = new(new(2026, 3, 1));

    private static readonly string Late = """
        { "出让价款总额": 100000000, "约定开工日期": "2025-12-31", "已开工": false,
          "不计入期间": [ { "原因": "政府原因", "起": "2026-01-10", "止": "2026-01-31" }, { "原因": "司法查封", "起": "2026-01-20", "止": "2026-02-08" } ],
          "权利主体变更": [] }
        """;

    [Fact]
    public void Evaluate_OverlappingExclusions_EqualTheHandCalculation()
    {
        // 2025-12-31 → 2026-03-01: 60 days; 2026-01-10 … 2026-02-08 united: 30 days; 100,000,000 × 0.0002 × 30 = 600,000.00.
        var answer = Ask("DL-10/开工违约金", Late);

        Assert.Equal(Outcome.Value, answer.Outcome);
        Assert.Equal("600000.00", answer.Value!.ToJsonString());
        Assert.Equal("元", answer.Unit);
        Assert.Equal(("第十条", "dalian-2025", "in-force"), (answer.Article, answer.Package, answer.Status));
        Assert.Contains(answer.Reasons, r => r.Article == "DL-29" && r.Facts.Contains("不计入期间"));
        var money = answer.Reasons[^1];
        Assert.Equal("国有建设用地使用权出让价款总额日0.2‰", money.Text);
        Assert.Equal(["开工净违约天数", "出让价款总额", "违约金日费率"], money.Facts);
        Assert.Empty(answer.Missing);
        Assert.Matches("^sha256:[0-9a-f]{64}$", answer.Receipt);
    }

    [Fact]
    public void Reasons_OfAnIntervalThatStillRuns_SayUntilNow()
    {
        var answer = Ask("DL-29b/开工净违约天数", """
            { "约定开工日期": "2025-12-31", "已开工": false, "不计入期间": [ { "原因": "司法查封", "起": "2026-01-10", "止": null } ], "权利主体变更": [] }
            """);

        Assert.Contains(answer.Reasons, r => r.Result.Contains("不计入期间 = 司法查封 2026-01-10 至今", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80000, 4)]
    [InlineData(150000, 4)]
    public void Evaluate_ConstructionPeriodAtTheEndpoints_IsFourYears(int area, int years)
    {
        var answer = Ask("DL-06/建设工期", $$"""{ "用途大类": "公建", "建筑面积": {{area}} }""");

        Assert.Equal((Outcome.Value, years, "年"), (answer.Outcome, answer.Value!.GetValue<decimal>(), answer.Unit));
    }

    [Fact]
    public void Receipt_SameQuestion_IsTheSameWhateverTheOrderOfFacts()
    {
        var facts = Facts(Late);
        var turned = new JsonObject(facts.Reverse().Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));

        var (one, two) = (CarriedPolicies.Library.Evaluate("DL-10/开工违约金", facts, InMarch), CarriedPolicies.Library.Evaluate("DL-10/开工违约金", turned, InMarch));

        Assert.Equal(one.Receipt, two.Receipt);
        Assert.Equal(PolicyAnswerJson.ToJson(one).ToJsonString(), PolicyAnswerJson.ToJson(two).ToJsonString());
    }

    [Fact]
    public void Receipt_FactTheDecisionCannotRead_DoesNotChangeIt()
    {
        var facts = Facts(Late);
        facts["项目名称"] = "甲";

        Assert.Equal(Ask("DL-10/开工违约金", Late).Receipt, CarriedPolicies.Library.Evaluate("DL-10/开工违约金", facts, InMarch).Receipt);
    }

    [Theory]
    [InlineData("\"出让价款总额\": 100000001")]
    [InlineData("\"实际开工日期\": null, \"约定开工日期\": \"2025-12-30\"")]
    public void Receipt_AnotherFact_IsAnother(string change)
    {
        var facts = Facts(Late);
        foreach (var (name, value) in Facts("{" + change + "}")) facts[name] = value?.DeepClone();

        Assert.NotEqual(Ask("DL-10/开工违约金", Late).Receipt, CarriedPolicies.Library.Evaluate("DL-10/开工违约金", facts, InMarch).Receipt);
    }

    [Fact]
    public void Receipt_AnotherDay_IsAnother() => Assert.NotEqual(
        Ask("DL-10/开工违约金", Late).Receipt, CarriedPolicies.Library.Evaluate("DL-10/开工违约金", Facts(Late), new(new(2026, 3, 2))).Receipt);

    [Fact]
    public void Evaluate_NullAndAbsent_AreBothUnknown()
    {
        var (none, absent) = (Ask("DL-06/建设工期", """{ "用途大类": "公建", "建筑面积": null }"""), Ask("DL-06/建设工期", """{ "用途大类": "公建" }"""));

        Assert.Equal(Outcome.NeedsFacts, none.Outcome);
        Assert.Equal(["建筑面积"], none.Missing.Select(m => m.Name));
        Assert.Equal(none.Receipt, absent.Receipt);
    }

    [Fact]
    public void Evaluate_NotMet_NamesEveryConditionThatFailed()
    {
        var answer = Ask("DL-30/闲置存量土地", """{ "房地产用地": false, "供地日期": "2024-05-01", "已竣工": false }""");

        Assert.Equal(Outcome.NotMet, answer.Outcome);
        Assert.Equal(["房地产用地", "2024年3月31日之前供应"], answer.Reasons.Where(r => r.Holds == false).Select(r => r.Rule));
    }

    [Fact]
    public void Evaluate_Approval_IsListedAndNotACondition()
    {
        var answer = Ask("DL-08a/重新约定开竣工", """
            { "供地日期": "2022-05-01", "企业自身原因": true, "同意重新约定": true, "承诺开工日期": "2026-06-30", "承诺竣工日期": "2028-06-30" }
            """);

        Assert.Equal(Outcome.Met, answer.Outcome);
        Assert.Equal(["属地政府"], answer.Approvals);
    }

    [Fact]
    public void Evaluate_Determination_SaysWhatAndByWhom()
    {
        var answer = Ask("DL-06/建设工期", """{ "用途大类": "仓储", "建筑面积": 60000 }""");

        Assert.Equal(Outcome.NeedsDetermination, answer.Outcome);
        var finding = Assert.Single(answer.Determinations);
        Assert.Equal(("自然资源主管部门", "仓储用地工期类别"), (finding.Authority, finding.Fact));
    }

    [Fact]
    public void Evaluate_OutsideTheTerm_IsNotInForceUnlessHypothetical()
    {
        var after = new Question(new(2028, 1, 1));
        var facts = Facts("""{ "约定交地日期": "2025-09-01" }""");

        var answer = CarriedPolicies.Library.Evaluate("DL-05/最迟约定开工日期", facts, after);
        var supposed = CarriedPolicies.Library.Evaluate("DL-05/最迟约定开工日期", facts, after with { Hypothetical = true });

        Assert.Equal((Outcome.NotInForce, "expired"), (answer.Outcome, answer.Status));
        Assert.Equal((Outcome.Value, true, "2027-09-01"), (supposed.Outcome, supposed.Hypothetical, supposed.Value!.GetValue<string>()));
    }

    [Fact]
    public void Evaluate_HypotheticallyBeforeTheTerm_TakesTheFirstFigures()
    {
        var answer = CarriedPolicies.Library.Evaluate(
            "DL-30/闲置存量土地", Facts("""{ "房地产用地": true, "供地日期": "2020-01-01", "已竣工": false }"""), new(new(2024, 3, 1), Hypothetical: true));

        Assert.Equal((Outcome.Met, true, "not-yet"), (answer.Outcome, answer.Hypothetical, answer.Status));
    }

    [Fact]
    public void Evaluate_LawAsOf_IsADateOfItsOwn()
    {
        var answer = CarriedPolicies.Library.Evaluate(
            "DL-05/最迟约定开工日期", Facts("""{ "约定交地日期": "2025-09-01" }"""), new(new(2028, 1, 1), LawAsOf: new(2027, 12, 31)));

        Assert.Equal(Outcome.Value, answer.Outcome);
    }

    [Theory]
    [InlineData("""{ "建筑面职": 1 }""", "FACT_UNKNOWN", "建筑面积")]
    [InlineData("""{ "建筑面积": "八万" }""", "FACT_TYPE", "㎡")]
    [InlineData("""{ "建筑面积": 12345678901234567890123456789.5 }""", "FACT_TYPE", "㎡")]
    [InlineData("""{ "供地日期": "2024-2-1" }""", "FACT_TYPE", "date")]
    [InlineData("""{ "供地日期": "2023-02-29" }""", "FACT_TYPE", "date")]
    [InlineData("""{ "房地产用地": "是" }""", "FACT_TYPE", "boolean")]
    [InlineData("""{ "用途大类": "农用" }""", "FACT_VALUE", "住宅")]
    [InlineData("""{ "不计入期间": [ { "原因": "政府原因", "起": "2024-01-01", "到": null } ] }""", "FACT_FIELD", "止")]
    public void Evaluate_FactsThatCannotBeRead_AreRefusedWithARemedy(string facts, string code, string remedy)
    {
        var problem = Assert.Throws<FactsException>(() => Ask("DL-06/建设工期", facts));

        Assert.Equal(code, problem.Code);
        Assert.Contains(remedy, problem.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluateRegion_District_IsGovernedByNationAndCity()
    {
        var answers = CarriedPolicies.Library.EvaluateRegion(DivisionCode.Parse("210202"), [], InMarch);

        Assert.Contains(answers, a => a.Package == "cn-53");
        Assert.Contains(answers, a => a.Package == "dalian-2025");
        Assert.DoesNotContain(CarriedPolicies.Library.EvaluateRegion(DivisionCode.Parse("370202"), [], InMarch), a => a.Package == "dalian-2025");
    }

    [Fact]
    public void EvaluateRegion_NothingKnown_NeverDecidesAgainstAnybody()
    {
        var answers = CarriedPolicies.Library.EvaluateRegion(DivisionCode.Parse("210202"), [], InMarch);

        Assert.All(answers, a => Assert.DoesNotContain(a.Outcome, new[] { Outcome.Met, Outcome.NotMet }));
        Assert.All(answers.Where(a => a.Outcome == Outcome.NeedsFacts), a => Assert.NotEmpty(a.Missing));
        Assert.All(answers.SelectMany(a => a.Missing), m => Assert.NotEqual("", m.Office));
    }

    private static PolicyAnswer Ask(string decision, string facts) => CarriedPolicies.Library.Evaluate(decision, Facts(facts), InMarch);

    private static JsonObject Facts(string json) => JsonNode.Parse(json)!.AsObject();
}
