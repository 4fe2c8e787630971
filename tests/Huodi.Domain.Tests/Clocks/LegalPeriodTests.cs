using System.Globalization;
using Huodi.Domain.Clocks;
using Xunit;

namespace Huodi.Domain.Tests.Clocks;

public sealed class LegalPeriodTests
{
    [Theory]
    [InlineData("2024-02-29", 1, "2025-02-28")]
    [InlineData("2024-02-29", 4, "2028-02-29")]
    [InlineData("2025-02-28", 3, "2028-02-28")]
    [InlineData("2024-06-30", 2, "2026-06-30")]
    [InlineData("2024-02-29", 0, "2024-02-29")]
    public void AddYears_FromADay_EndsOnTheCorrespondingDayOrTheLastOfTheMonth(string start, int years, string end)
    {
        Assert.Equal(Day(end), LegalPeriod.AddYears(Day(start), years));
    }

    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2024-03-31", 6, "2024-09-30")]
    [InlineData("2024-11-15", 3, "2025-02-15")]
    [InlineData("2024-03-31", -1, "2024-02-29")]
    public void AddMonths_FromADay_EndsOnTheCorrespondingDayOrTheLastOfTheMonth(string start, int months, string end)
    {
        Assert.Equal(Day(end), LegalPeriod.AddMonths(Day(start), months));
    }

    [Theory]
    [InlineData("9999-06-01", 1)]
    [InlineData("0001-06-01", -1)]
    [InlineData("2024-06-01", int.MaxValue)]
    [InlineData("2024-06-01", int.MinValue)]
    public void AddYears_BeyondTheCalendar_Refuses(string start, int years)
    {
        var error = Assert.Throws<DomainException>(() => LegalPeriod.AddYears(Day(start), years));

        Assert.Equal("PERIOD_OUT_OF_RANGE", error.Code);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
