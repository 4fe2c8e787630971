using Huodi.Domain.Clocks;
using Xunit;

namespace Huodi.Domain.Tests.Clocks;

public sealed class WorkCalendarTests
{
    /// <summary>2026: off from 15 to 23 February, worked on Saturdays 14 and 28 February; 4 to 6 April off.</summary>
    private static readonly WorkCalendar Calendar = new(
        [2026],
        [.. Enumerable.Range(15, 9).Select(d => new DateOnly(2026, 2, d)), new(2026, 4, 4), new(2026, 4, 5), new(2026, 4, 6)],
        [new(2026, 2, 14), new(2026, 2, 28)]);

    [Theory]
    [InlineData("2026-02-13", true)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-15", false)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    [InlineData("2025-12-31", null)]
    public void IsWorked_FollowsTheNoticeAndGuessesNoYear(string day, bool? worked) => Assert.Equal(worked, Calendar.IsWorked(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2026-03-07", "2026-03-09")]
    [InlineData("2026-04-04", "2026-04-07")]
    [InlineData("2026-04-07", "2026-04-07")]
    public void EndOfPeriod_OnADayOff_IsTheNextDayWorked(string day, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Calendar.EndOfPeriod(DateOnly.Parse(day, null)));

    [Fact]
    public void EndOfPeriod_BeyondTheNotices_IsNotGuessed()
    {
        Assert.Null(Calendar.EndOfPeriod(new(2027, 1, 1)));
        Assert.Null(WorkCalendar.Empty.EndOfPeriod(new(2026, 4, 4)));
    }
}
