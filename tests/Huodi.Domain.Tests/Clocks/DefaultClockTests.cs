using System.Globalization;
using Huodi.Domain.Clocks;
using Xunit;

namespace Huodi.Domain.Tests.Clocks;

/// <summary>Examples worked by hand; the property against a naive count is beside them.</summary>
public sealed partial class DefaultClockTests
{
    private const string Court = "人民法院处置";

    [Fact]
    public void Run_WithNothingExcluded_DoesNotCountTheAgreedDay()
    {
        Assert.Equal(1, Run("2024-03-01", "2024-03-02").Days);
        Assert.Equal(31, Run("2024-03-01", "2024-04-01").Days);
    }

    [Fact]
    public void Run_OverALeapDay_CountsIt()
    {
        Assert.Equal(2, Run("2024-02-28", "2024-03-01").Days);
        Assert.Equal(1, Run("2023-02-28", "2023-03-01").Days);
    }

    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024-02-29")]
    [InlineData("2020-01-01")]
    public void Run_UntilTheAgreedDayOrBefore_IsZeroDays(string until)
    {
        var reckoning = Run("2024-03-01", until, [Excluded("疫情", "2020-01-01", null)]);

        Assert.Equal(0, reckoning.Days);
        Assert.Empty(reckoning.Segments);
    }

    [Fact]
    public void Run_WithOverlappingExclusions_TakesEachDayOutOnce()
    {
        // 2024: January 2 to April 9 are 99 days; excluded February 1 to March 10 are 29 + 10 = 39; 60 remain.
        var reckoning = Run(
            "2024-01-01", "2024-04-09", [Excluded("司法查封", "2024-02-15", "2024-03-10"), Excluded("政府原因", "2024-02-01", "2024-02-29")]);

        Assert.Equal(60, reckoning.Days);
        Assert.Equal(
            [
                "2024-01-02..2024-01-31 Counted ",
                "2024-02-01..2024-02-14 Excluded 政府原因",
                "2024-02-15..2024-02-29 Excluded 政府原因+司法查封",
                "2024-03-01..2024-03-10 Excluded 司法查封",
                "2024-03-11..2024-04-09 Counted ",
            ],
            Lines(reckoning));
    }

    [Fact]
    public void Run_WithAdjacentExclusionsOfOneCause_DrawsOneSegment()
    {
        var reckoning = Run("2024-01-01", "2024-01-31", [Excluded("疫情", "2024-01-10", "2024-01-14"), Excluded("疫情", "2024-01-15", "2024-01-20")]);

        Assert.Equal(30 - 11, reckoning.Days);
        Assert.Equal(
            ["2024-01-02..2024-01-09 Counted ", "2024-01-10..2024-01-20 Excluded 疫情", "2024-01-21..2024-01-31 Counted "], Lines(reckoning));
    }

    [Fact]
    public void Run_WithARunningExclusion_CountsNothingFromItsFirstDay()
    {
        Assert.Equal(8, Run("2024-01-01", "2025-01-01", [Excluded("不可抗力", "2024-01-10", null)]).Days);
    }

    [Fact]
    public void Run_WithAnExclusionAroundTheAgreedDay_OnlyTakesOutLaterDays()
    {
        Assert.Equal(5, Run("2024-01-10", "2024-01-20", [Excluded("政府原因", "2023-12-01", "2024-01-15")]).Days);
    }

    [Fact]
    public void Run_WithACourtsDisposal_CountsOnlyLaterDays()
    {
        var reckoning = Run("2024-01-01", "2024-01-31", [], [new HolderChange(Day("2024-01-20"), Court)]);

        Assert.Equal(11, reckoning.Days);
        Assert.Equal(Day("2024-01-20"), reckoning.ResetOn);
        Assert.Equal([$"2024-01-02..2024-01-20 BeforeReset {Court}", "2024-01-21..2024-01-31 Counted "], Lines(reckoning));
    }

    [Fact]
    public void Run_WithACourtsDisposalInsideAnExclusion_CountsFromTheLaterEnd()
    {
        var reckoning = Run(
            "2024-01-01", "2024-01-31", [Excluded("司法查封", "2024-01-10", "2024-01-25")], [new HolderChange(Day("2024-01-20"), Court)]);

        Assert.Equal(6, reckoning.Days);
        Assert.Equal(
            [
                $"2024-01-02..2024-01-09 BeforeReset {Court}",
                $"2024-01-10..2024-01-20 BeforeReset {Court}+司法查封",
                "2024-01-21..2024-01-25 Excluded 司法查封",
                "2024-01-26..2024-01-31 Counted ",
            ],
            Lines(reckoning));
    }

    [Fact]
    public void Run_WithSeveralDisposals_TakesTheLatestNotAfterTheLastDay()
    {
        HolderChange[] changes = [new(Day("2024-01-25"), Court), new(Day("2024-01-10"), Court), new(Day("2024-02-01"), Court)];

        Assert.Equal(6, Run("2024-01-01", "2024-01-31", [], changes).Days);
    }

    [Fact]
    public void Run_WithADisposalOnTheLastDay_IsZeroDays()
    {
        Assert.Equal(0, Run("2024-01-01", "2024-01-31", [], [new HolderChange(Day("2024-01-31"), Court)]).Days);
    }

    [Fact]
    public void Run_WithADisposalBeforeTheAgreedDay_ChangesNothing()
    {
        Assert.Equal(30, Run("2024-01-01", "2024-01-31", [], [new HolderChange(Day("2023-06-01"), Court)]).Days);
    }

    [Theory]
    [InlineData("转让")]
    [InlineData("其他")]
    public void Run_WithAnOrdinaryChangeOfHolder_ChangesNothing(string cause)
    {
        var reckoning = Run("2024-01-01", "2024-01-31", [], [new HolderChange(Day("2024-01-20"), cause)]);

        Assert.Equal(30, reckoning.Days);
        Assert.Null(reckoning.ResetOn);
    }

    [Fact]
    public void ExcludedPeriod_EndingBeforeItBegins_Refuses()
    {
        Assert.Equal("INTERVAL_REVERSED", Assert.Throws<DomainException>(() => Excluded("疫情", "2024-01-02", "2024-01-01")).Code);
    }

    [Fact]
    public void Run_ToTheEndOfTheCalendar_DoesNotOverflow()
    {
        Assert.Equal(1, Run("9999-12-29", "9999-12-31", [Excluded("疫情", "9999-12-31", null)]).Days);
    }

    private static DefaultReckoning Run(string agreed, string until, ExcludedPeriod[]? excluded = null, HolderChange[]? changes = null) =>
        DefaultClock.Run(Day(agreed), Day(until), excluded ?? [], changes ?? [], Court);

    private static ExcludedPeriod Excluded(string cause, string from, string? to) => new(cause, Day(from), to is null ? null : Day(to));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(DefaultReckoning reckoning) =>
        reckoning.Segments.Select(s => $"{s.From:yyyy-MM-dd}..{s.To:yyyy-MM-dd} {s.Kind} {string.Join('+', s.Causes)}");
}
