using Huodi.App.Assessments;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Policies.Answers;
using Huodi.Web.Assessments;

namespace Huodi.Web.Tests.Drawing;

public sealed class RunIndexTests
{
    private static readonly AssessmentRun Run = new(1, new DateOnly(2026, 3, 1), DivisionCode.Country, DateTimeOffset.UnixEpoch, []);

    [Theory]
    [InlineData(new[] { "notApplicable", "met", "needsFacts" }, Outcome.Met)]
    [InlineData(new[] { "value", "needsFacts" }, Outcome.NeedsFacts)]
    [InlineData(new[] { "notMet", "needsDetermination" }, Outcome.NeedsDetermination)]
    [InlineData(new[] { "notInForce", "notApplicable" }, Outcome.NotApplicable)]
    public async Task Telling_AmongAnswers_FollowsTheStatedOrder(string[] outcomes, Outcome expected)
    {
        var index = await IndexAsync(Subject("a", [.. outcomes.Select((o, i) => Line($"X-{i}/问{i}", o))]));

        Assert.Equal(expected, index.Telling(index.Subjects[0], index.ColumnsOf(null))?.Outcome);
    }

    [Fact]
    public async Task Telling_SeveralDecisionsAlike_NamesTheFirstTwoAndCountsThem()
    {
        var index = await IndexAsync(Subject("a", Line("X-1/甲", "met"), Line("X-2/乙", "met"), Line("X-3/丙", "value"), Line("X-4/丁", "met")));

        Assert.Equal("甲、乙等 3 项", index.Telling(index.Subjects[0], index.ColumnsOf(null))?.Words);
    }

    [Fact]
    public async Task Telling_DecisionThatDoesNotGovernThere_IsNone()
    {
        var index = await IndexAsync(Subject("a", Line("X-1/甲", "met")), Subject("b", Line("Y-1/乙", "met")));

        Assert.Null(index.Telling(index.Find(SubjectKind.Parcel, "a"), index.ColumnsOf("Y-1/乙")));
        Assert.Null(index.Telling(null, index.ColumnsOf(null)));
    }

    [Theory]
    [InlineData("X-8", 2)]
    [InlineData("X-8a", 1)]
    [InlineData("X-8a/甲", 1)]
    [InlineData("X-9", 0)]
    public async Task ColumnsOf_ArticlePartOrDecision_AreItsDecisions(string id, int expected)
    {
        var index = await IndexAsync(Subject("a", Line("X-8a/甲", "met", "X-8"), Line("X-8b/乙", "met", "X-8")));

        Assert.Equal(expected, index.ColumnsOf(id).Count);
    }

    private static Task<RunIndex> IndexAsync(params SubjectAssessment[] subjects) =>
        RunIndexBuilder.BuildAsync(Run, subjects.ToAsyncEnumerable(), CancellationToken.None);

    private static SubjectAssessment Subject(string id, params VerdictLine[] lines) =>
        new(SubjectKind.Parcel, id, id, DivisionCode.Parse("340104"), FactSheet.Empty, lines);

    private static VerdictLine Line(string decision, string outcome, string? article = null, params string[] missing) =>
        new(decision, article ?? decision, "x", outcome, null, null, missing, "sha256:0");
}
