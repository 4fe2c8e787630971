using Huodi.App.Assessments;

namespace Huodi.Formats.Tests.Assessments;

public sealed class AssessmentSummaryTests
{
    [Fact]
    public async Task Of_Subjects_CountsByKindOutcomeDecisionAndArticle()
    {
        var summary = await OfAsync(
            Runs.MadeParcel("DEMO-340111-000001", Runs.Line("CN-53-02/闲置", "met"), Runs.Line("DL-10/开工违约金", "value", "5.00", "元"), Runs.Line("DL-10/竣工违约金", "needsFacts", null, null, "约定竣工日期")),
            Runs.Grant("G1", "一", Runs.Line("CN-53-02/闲置", "notMet"), Runs.Line("DL-10/开工违约金", "notApplicable")),
            Runs.Grant("G2", "二", Runs.Line("CN-53-02/闲置", "met")));

        Assert.Equal((1, 2, 1, 6), (summary.Parcels, summary.Grants, summary.Generated, summary.Answers));
        Assert.Equal([new("value", 1), new("met", 2), new("notMet", 1), new("needsFacts", 1), new("notApplicable", 1)], summary.ByOutcome);
        Assert.Equal([new("value", 1), new("met", 1), new("needsFacts", 1)], summary.GeneratedByOutcome);
        Assert.Equal(["CN-53-02/闲置", "DL-10/开工违约金", "DL-10/竣工违约金"], summary.ByDecision.Select(d => d.Decision));
        Assert.Equal([new("met", 2), new("notMet", 1)], summary.ByDecision[0].ByOutcome);
        Assert.Equal([("cn-53", "CN-53-02"), ("dalian-2025", "DL-10")], summary.ByArticle.Select(a => (a.Package, a.Article)));
        Assert.Equal([new("value", 1), new("needsFacts", 1), new("notApplicable", 1)], summary.ByArticle[1].ByOutcome);
    }

    [Fact]
    public async Task Of_MissingFacts_RanksByWhatEachWouldUnlock()
    {
        var summary = await OfAsync(
            Runs.Grant("G1", "一", Runs.Line("DL-10/a", "needsFacts", null, null, "甲", "乙"), Runs.Line("DL-10/b", "needsFacts", null, null, "乙")),
            Runs.Grant("G2", "二", Runs.Line("DL-10/a", "needsFacts", null, null, "甲", "乙", "丙"), Runs.Line("DL-10/b", "needsFacts", null, null, "丁")),
            Runs.Grant("G3", "三", Runs.Line("DL-10/b", "needsFacts", null, null, "乙"), Runs.Line("DL-10/a", "met", null, null, "甲")));

        Assert.Equal([new("乙", 2, 4), new("丁", 1, 1), new MissingCount("甲", 0, 2), new("丙", 0, 1)], summary.Missing);
    }

    [Fact]
    public async Task Of_Nothing_IsAllZero()
    {
        var summary = await OfAsync();

        Assert.Equal((0, 0, 0, 0), (summary.Parcels, summary.Grants, summary.Generated, summary.Answers));
        Assert.Empty(summary.ByOutcome);
        Assert.Empty(summary.Missing);
    }

    private static Task<AssessmentSummary> OfAsync(params SubjectAssessment[] subjects) =>
        AssessmentSummary.OfAsync(Runs.Of(subjects), TestContext.Current.CancellationToken);
}
