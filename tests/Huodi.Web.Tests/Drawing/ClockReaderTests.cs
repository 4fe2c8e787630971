using System.Text.Json.Nodes;
using Huodi.Domain.Facts;
using Huodi.Web.Subjects;

namespace Huodi.Web.Tests.Drawing;

public sealed class ClockReaderTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void Read_NothingAgreed_DrawsNothing() => Assert.Null(ClockReader.Read(Sheet(("实际开工日期", "2021-01-01")), Day));

    [Fact]
    public void Read_StartUnknown_IsNotCounted()
    {
        var track = Assert.Single(Read(("约定开工日期", "2020-03-01")).Tracks);

        Assert.Null(track.Reckoning);
        Assert.Equal("是否已开工未知", track.Uncounted);
    }

    [Fact]
    public void Read_StartDenied_IsCountedToTheDayOfTheQuestion()
    {
        var track = Assert.Single(Read(("约定开工日期", "2026-02-01"), ("已开工", false)).Tracks);

        Assert.Equal(28, track.Reckoning?.Days);
    }

    [Fact]
    public void Read_StartedAtAnUnknownDate_SaysSo()
    {
        var track = Assert.Single(Read(("约定开工日期", "2020-03-01"), ("已开工", true)).Tracks);

        Assert.Equal("已开工，但实际开工日期未知", track.Uncounted);
    }

    [Fact]
    public void Read_ActualAfterTheDayOfTheQuestion_IsCountedToThatDay()
    {
        var track = Assert.Single(Read(("约定开工日期", "2026-02-27"), ("实际开工日期", "2027-01-01")).Tracks);

        Assert.Equal(2, track.Reckoning?.Days);
    }

    [Fact]
    public void Read_AgreedDayNotReached_CountsNothing()
    {
        var track = Assert.Single(Read(("约定开工日期", "2027-01-01")).Tracks);

        Assert.Equal(0, track.Reckoning?.Days);
    }

    [Fact]
    public void Read_CourtDisposal_CountsLaterDaysOnly()
    {
        var clock = Read(
            ("约定开工日期", "2026-02-01"), ("已开工", false), ("权利主体变更", JsonNode.Parse("""[{"日期":"2026-02-26","原因":"人民法院处置"}]""")!));

        Assert.Equal(3, clock.Tracks[0].Reckoning?.Days);
    }

    [Fact]
    public void Read_PeriodThatEndsBeforeItBegins_GivesTheProblemInsteadOfADrawing()
    {
        var clock = Read(("约定开工日期", "2020-03-01"), ("不计入期间", JsonNode.Parse("""[{"原因":"疫情","起":"2021-01-01","止":"2020-01-01"}]""")!));

        Assert.Contains("早于起日", clock.Problem, StringComparison.Ordinal);
        Assert.Empty(clock.Tracks);
    }

    private static ClockView Read(params (string Name, JsonNode Value)[] facts) =>
        ClockReader.Read(Sheet(facts), Day) ?? throw new InvalidOperationException("No clock.");

    private static FactSheet Sheet(params (string Name, JsonNode Value)[] facts) =>
        new(facts.Select(f => new RecordedFact(f.Name, f.Value, new FactSource(1, "test", 1, f.Name))));
}
