using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Clocks;
using Xunit;

namespace Huodi.Domain.Tests.Clocks;

public sealed class DayIntervalSetTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void Interval_EndingBeforeItBegins_Refuses()
    {
        var error = Assert.Throws<DomainException>(() => new DayInterval(Start, Start.AddDays(-1)));

        Assert.Equal("INTERVAL_REVERSED", error.Code);
        Assert.Contains("2023-12-31", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_OverlappingAndTouching_AreUnited()
    {
        var set = new DayIntervalSet([Days(20, 25), Days(0, 4), Days(5, 9), Days(3, 6)]);

        Assert.Equal([Days(0, 9), Days(20, 25)], set.Intervals);
    }

    [Fact]
    public void Intervals_WithOneRunning_SwallowAllLaterOnes()
    {
        var set = new DayIntervalSet([new DayInterval(Start, null), Days(5, 9)]);

        Assert.Equal([new DayInterval(Start, null)], set.Intervals);
        Assert.Equal(31, set.CountDays(Start, new DateOnly(2024, 1, 31)));
        Assert.True(set.Contains(DateOnly.MaxValue));
    }

    [Fact]
    public void Union_OfTwoSets_HoldsTheDaysOfBoth()
    {
        var union = new DayIntervalSet([Days(0, 4)]).Union(new DayIntervalSet([Days(3, 8)]));

        Assert.Equal([Days(0, 8)], union.Intervals);
    }

    [Fact]
    public void CountDays_OfAReversedRange_IsZero()
    {
        Assert.Equal(0, new DayIntervalSet([Days(0, 9)]).CountDays(Start.AddDays(5), Start));
    }

    [Fact]
    public void CountDays_OfAnyIntervals_EqualsTheCountDayByDay()
    {
        var intervals = (from pairs in Gen.ListOf(Gen.Zip(Gen.Choose(0, 60), Gen.Choose(-1, 20)))
                         from range in Gen.Zip(Gen.Choose(-5, 65), Gen.Choose(-5, 65))
                         select (pairs, range)).ToArbitrary();

        Prop.ForAll(intervals, input =>
        {
            var days = input.pairs.Select(p => new DayInterval(Start.AddDays(p.Item1), p.Item2 < 0 ? null : Start.AddDays(p.Item1 + p.Item2))).ToList();
            var set = new DayIntervalSet(days);

            var naive = 0;
            for (var d = input.range.Item1; d <= input.range.Item2; d++)
            {
                var day = Start.AddDays(d);
                if (days.Any(i => i.From <= day && (i.To is null || day <= i.To))) naive++;
            }

            return set.CountDays(Start.AddDays(input.range.Item1), Start.AddDays(input.range.Item2)) == naive;
        }).QuickCheckThrowOnFailure();
    }

    private static DayInterval Days(int from, int to) => new(Start.AddDays(from), Start.AddDays(to));
}
