using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Clocks;
using Xunit;

namespace Huodi.Domain.Tests.Clocks;

public sealed partial class DefaultClockTests
{
    private static readonly DateOnly Origin = new(2023, 12, 1);

    [Fact]
    public void Run_OfAnyCase_EqualsTheCountDayByDay()
    {
        Prop.ForAll(Cases(), c => c.Run().Days == c.CountDayByDay()).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Days_OfAnyCase_EqualsTheCountDayByDay()
    {
        Prop.ForAll(Cases(), c => DefaultClock.Days(c.Agreed, c.Until, c.Excluded, c.Changes, Court) == c.CountDayByDay())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Run_OfAnyCase_CoversEveryDayOnceInOrder()
    {
        Prop.ForAll(Cases(), c =>
        {
            var next = c.Agreed.AddDays(1);
            foreach (var segment in c.Run().Segments)
            {
                if (segment.From != next || segment.To < segment.From) return false;
                next = segment.To.AddDays(1);
            }

            return next == (c.Until > c.Agreed ? c.Until : c.Agreed).AddDays(1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Run_OfAnyCase_GivesEachDayTheCausesThatCoverIt()
    {
        Prop.ForAll(Cases(), c => c.Run().Segments.All(s => Enumerable.Range(0, s.Days).All(n =>
        {
            var day = s.From.AddDays(n);
            var causes = c.Excluded.Where(e => e.From <= day && (e.To is null || day <= e.To)).Select(e => e.Cause).ToHashSet(StringComparer.Ordinal);
            if (s.Kind == SegmentKind.BeforeReset) _ = causes.Add(Court);
            return causes.SetEquals(s.Causes);
        }))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void Run_InAnyOrderOfPeriodsAndChanges_GivesTheSameDays()
    {
        Prop.ForAll(Cases(), c => c.Run().Days == (c with { Excluded = [.. c.Excluded.Reverse()], Changes = [.. c.Changes.Reverse()] }).Run().Days)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Arbitrary<ClockCase> Cases()
    {
        var excluded = from cause in Gen.Elements("政府原因", "司法查封", "疫情", "不可抗力")
                       from start in Gen.Choose(-10, 130)
                       from length in Gen.Frequency((8, Gen.Choose(0, 40)), (1, Gen.Constant(-1)))
                       select new ExcludedPeriod(cause, Origin.AddDays(start), length < 0 ? null : Origin.AddDays(start + length));
        var change = from cause in Gen.Elements(Court, "转让", "其他")
                     from day in Gen.Choose(-10, 130)
                     select new HolderChange(Origin.AddDays(day), cause);
        return (from agreed in Gen.Choose(0, 60)
                from until in Gen.Choose(-5, 120)
                from periods in Gen.ArrayOf(excluded)
                from changes in Gen.Frequency((2, Gen.Constant(Array.Empty<HolderChange>())), (1, Gen.ArrayOf(change)))
                select new ClockCase(Origin.AddDays(agreed), Origin.AddDays(until), periods, changes)).ToArbitrary();
    }

    private sealed record ClockCase(DateOnly Agreed, DateOnly Until, ExcludedPeriod[] Excluded, HolderChange[] Changes)
    {
        public DefaultReckoning Run() => DefaultClock.Run(Agreed, Until, Excluded, Changes, Court);

        /// <summary>The contract's words, day by day, without any of the code under test.</summary>
        public int CountDayByDay()
        {
            var count = 0;
            for (var day = Agreed.AddDays(1); day <= Until; day = day.AddDays(1))
            {
                var isExcluded = Excluded.Any(e => e.From <= day && (e.To is null || day <= e.To));
                var isBeforeReset = Changes.Any(c => c.Cause == Court && c.Day <= Until && day <= c.Day);
                if (!isExcluded && !isBeforeReset) count++;
            }

            return count;
        }
    }
}
