using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Xunit;

namespace Huodi.Domain.Tests.Ledger;

public sealed class FactProjectionTests
{
    private static readonly DateOnly Late = new(2026, 12, 31);

    [Fact]
    public void Run_ACorrection_ChangesWhatIsKnownFromItsMomentOn()
    {
        var story = new Story().Add("start", "2025-06-01").Add("patrol-unknown", "2025-07-01").Correct(1, "start", "2025-09-01");

        Assert.Equal("2025-06-01", Known(story, "实际开工日期", Late, Story.Recorded(2)));
        Assert.Equal("2025-09-01", Known(story, "实际开工日期", Late, Story.Recorded(3)));
        Assert.Null(Known(story, "实际开工日期", new(2025, 8, 31), Story.Recorded(3)));
        Assert.Equal("2025-06-01", Known(story, "实际开工日期", new(2025, 8, 31), Story.Recorded(2)));
        Assert.Equal("LEDGER_KIND", Assert.Single(Run(story).Problems).Code);
    }

    [Fact]
    public void Run_SupersededTwice_IsSupersededOnceWithTheLast()
    {
        var both = new Story().Add("start", "2025-06-01").Correct(1, "start", "2025-07-01").Correct(1, "start", "2025-08-01");
        var chained = new Story().Add("start", "2025-06-01").Correct(1, "start", "2025-07-01").Correct(2, "start", "2025-08-01");
        var once = new Story().Add("start", "2025-06-01").Correct(1, "start", "2025-08-01");

        Assert.All(new[] { both, chained, once }, s => Assert.Equal("2025-08-01", Known(s, "实际开工日期", Late)));
        var withdrawn = chained.Add(Story.Draft(EffectiveEntries.Withdrawal, new(2025, 8, 1), new(3, "登错")));
        Assert.Null(Known(withdrawn, "实际开工日期", Late));
        Assert.Equal("2025-05-05", Known(withdrawn.Correct(4, "start", "2025-05-05"), "实际开工日期", Late));
    }

    [Fact]
    public void Run_TwoEntriesOfOneDayThatDiffer_LeaveTheFactUnknownAndNameBoth()
    {
        var story = new Story().Add("supply", "2025-01-01", ("约定开工日期", "2026-01-01")).Add("supply", "2025-01-01", ("约定开工日期", "2026-02-01"));

        var problem = Assert.Single(Run(story).Problems);

        Assert.Equal(("LEDGER_CONTRADICTION", "约定开工日期"), (problem.Code, problem.Fact));
        Assert.Equal([1, 2], problem.Entries);
        Assert.Null(Known(story, "约定开工日期", Late));
        Assert.Equal("2025-01-01", Known(story, "供地日期", Late));
    }

    [Fact]
    public void Run_PaymentsAndRefunds_BalanceToTheFen()
    {
        var story = new Story().Add("payment", "2025-01-01", ("金额", 333333.33m)).Add("payment", "2025-02-01", ("金额", 333333.33m))
            .Add("payment", "2025-03-01", ("金额", 333333.34m)).Add("refund", "2025-04-01", ("金额", 0.01m));

        Assert.Equal("1000000.00", Known(story, "已缴出让价款", new(2025, 3, 31)));
        Assert.Equal("999999.99", Known(story, "已缴出让价款", Late));
        Assert.Null(Known(story, "已缴出让价款", new(2024, 12, 31)));
    }

    [Fact]
    public void Run_AFigureThatCannotBeAdded_LeavesTheSumUnknown()
    {
        var story = new Story().Add("payment", "2025-01-01", ("金额", 1m)).Add("payment", "2025-02-01", ("金额", "两万"));

        Assert.Null(Known(story, "已缴出让价款", Late));
        Assert.Equal(("LEDGER_FIELD", "已缴出让价款"), (Run(story).Problems[0].Code, Run(story).Problems[0].Fact));
    }

    [Fact]
    public void Run_Intervals_AreMatchedByTheirMatterAndRunUntilTheyEnd()
    {
        var story = new Story().Add("seizure", "2025-03-01", ("号", "A")).Add("seizure", "2025-02-01", ("号", "B")).Add("release", "2025-05-01", ("号", "A"));

        Assert.Equal(
            """[{"原因":"司法查封","起":"2025-02-01","止":null},{"原因":"司法查封","起":"2025-03-01","止":"2025-05-01"}]""",
            Run(story).Find("不计入期间")!.Value.ToJsonString(Plain));
        Assert.EndsWith("""{"原因":"司法查封","起":"2025-03-01","止":null}]""", Run(story, new(2025, 4, 30)).Find("不计入期间")!.Value.ToJsonString(Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_IntervalsThatDoNotMatch_LeaveTheListUnknown()
    {
        foreach (var story in new[]
        {
            new Story().Add("release", "2025-05-01", ("号", "A")).Add("check", "2025-06-01"),
            new Story().Add("seizure", "2025-03-01", ("号", "A")).Add("seizure", "2025-04-01", ("号", "A")),
            new Story().Add("seizure", "2025-03-01", ("号", "A")).Add("release", "2025-02-01", ("号", "A")),
            new Story().Add("seizure", "2025-03-01", ("号", "A")).Add("release", "2025-04-01", ("号", "A")).Add("release", "2025-04-02", ("号", "A")),
        })
        {
            var projected = Run(story);
            Assert.Null(projected.Find("不计入期间"));
            Assert.Equal("LEDGER_INTERVAL", Assert.Single(projected.Problems).Code);
        }
    }

    [Fact]
    public void Run_NothingAndACheckThatFoundNothing_AreTwoThings()
    {
        Assert.Null(Run(new Story()).Find("不计入期间"));
        Assert.Equal("[]", Run(new Story().Add("check", "2025-06-01")).Find("不计入期间")!.Value.ToJsonString());
    }

    [Fact]
    public void Run_AnEndedFact_IsUnknownUntilItIsSetAgain()
    {
        var story = new Story().Add("stop", "2025-01-01").Add("resume", "2025-03-01").Add("stop", "2025-06-01");

        Assert.Equal("2025-01-01", Known(story, "停工日期", new(2025, 2, 28)));
        Assert.Null(Known(story, "停工日期", new(2025, 5, 31)));
        Assert.Equal("2025-06-01", Known(story, "停工日期", Late));
    }

    [Fact]
    public void Run_EntriesInAnyOrderOfArrival_GiveTheSameFacts() => Prop.ForAll(
        Gen.Sized(n => Gen.ListOf(AnyDraft(), n + 1)).SelectMany(drafts => Gen.Shuffle(drafts.ToArray()).Select(shuffled => (drafts, shuffled))).ToArbitrary(),
        pair =>
        {
            var (straight, shuffled) = (new Story(), new Story());
            foreach (var draft in pair.drafts) _ = straight.Add(draft);
            foreach (var draft in pair.shuffled) _ = shuffled.Add(draft);
            foreach (var day in new[] { Late, new DateOnly(2025, 1, 20), new DateOnly(2025, 1, 5) })
            {
                Assert.Equal(Described(Run(straight, day)), Described(Run(shuffled, day)));
            }
        }).QuickCheckThrowOnFailure();

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Gen<LedgerDraft> AnyDraft() =>
        from kind in Gen.Elements("supply", "start", "payment", "refund", "seizure", "release", "check", "stop", "resume")
        from day in Gen.Choose(0, 30)
        from number in Gen.Choose(1, 3)
        select Story.Draft(kind, new DateOnly(2025, 1, 1).AddDays(day), null, ("号", $"{number}"), ("金额", number), ("约定开工日期", $"2026-0{number}-01"));

    private static string Described(SubjectProjection projected) => string.Join(
        '\n', projected.Facts.Values.Select(f => $"{f.Name}={f.Value.ToJsonString()}").Concat(projected.Problems.Select(p => $"{p.Code} {p.Fact}").Order()));

    private static SubjectProjection Run(Story story, DateOnly? asOf = null) => FactProjection.Run(Story.Kinds, story.Entries, asOf ?? Late);

    private static string? Known(Story story, string fact, DateOnly asOf, DateTimeOffset? knownAsOf = null) =>
        FactProjection.Run(Story.Kinds, story.Entries, asOf, knownAsOf).Find(fact)?.Value is { } value ? value.ToString() : null;
}
