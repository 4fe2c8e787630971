using System.Text.Json.Nodes;
using Huodi.Policies.Evaluation;
using Huodi.Policies.Explaining;

namespace Huodi.Policies.Tests;

public sealed class ExplanationTests
{
    [Fact]
    public void Of_Answer_TakesItApartForAReader()
    {
        var facts = new JsonObject
        {
            ["权利类型"] = "出让",
            ["出让价款总额"] = 100000000,
            ["约定开工日期"] = "2025-08-01",
            ["实际开工日期"] = "2025-08-31",
            ["不计入期间"] = new JsonArray(),
            ["权利主体变更"] = new JsonArray(),
            ["地下层级"] = 1,
        };

        var explanation = Explain("DL-10/开工违约金", facts);

        Assert.Equal("600,000.00 元（60 万元）", explanation.Figure.Text);
        Assert.Contains(explanation.Facts, f => f.Name == "出让价款总额" && f.Value.Text == "100,000,000 元（10,000 万元）" && f.Source.StartsWith("提问时给出", StringComparison.Ordinal));
        Assert.Equal(1, explanation.OtherFacts);
        Assert.Equal(["DL-29", "DL-10"], explanation.Articles.Select(a => a.Id).Where(a => a is "DL-10" or "DL-29"));
        Assert.Contains(explanation.Articles.SelectMany(a => a.Passages).SelectMany(p => p.Steps), s => s.Formula.Contains("违约金日费率", StringComparison.Ordinal) && s.Values.Contains("开工净违约天数 = 30", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_EveryWorkedCase_HasQuestionWordsOfTheLawReceiptAndASignature()
    {
        foreach (var package in CarriedPolicies.Library.Packages)
        {
            foreach (var result in CarriedPolicies.Library.RunCases(package).Take(60))
            {
                var question = new Question(result.Case.AsOf, Hypothetical: result.Case.Hypothetical);
                var page = ExplanationMarkdown.Write(Explanation.Of(CarriedPolicies.Library, result.Answer, result.Case.Facts, question));

                Assert.Contains(result.Answer.Receipt, page, StringComparison.Ordinal);
                Assert.Contains($"《{CarriedPolicies.Library.Packages.Single(p => p.Id == result.Answer.Package).Title}》", page, StringComparison.Ordinal);
                Assert.Contains("经办：", page, StringComparison.Ordinal);
                Assert.All(result.Answer.Missing, m => Assert.Contains(m.Name, page, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Write_RulesThatDisagree_StandSideBySide()
    {
        var page = ExplanationMarkdown.Write(Explain("DL-19/延期最迟日期", new() { ["合同签订日期"] = "2025-09-10", ["确需延期缴纳"] = true }));

        Assert.Contains("## 规定不一致", page, StringComparison.Ordinal);
        Assert.Contains("2025-11-09", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteHtml_HostileText_IsShownAndNotRun()
    {
        var page = ExplanationHtml.Write(Explain("DL-06/建设工期", new() { ["用途大类"] = "工业", ["宗地代码"] = "<script>alert(1)</script>" }));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("经办：", page, StringComparison.Ordinal);
    }

    private static Explanation Explain(string decision, JsonObject facts)
    {
        var question = new Question(new(2026, 3, 1));
        return Explanation.Of(CarriedPolicies.Library, CarriedPolicies.Library.Evaluate(decision, facts, question), facts, question);
    }
}
