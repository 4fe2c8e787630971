using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Huodi.Cli.Tests.Ledger;

public sealed partial class LedgerPropertyTests
{
    private const decimal Price = 100_000_000m;
    private const decimal Rate = 0.0002m; // 日0.2‰, 大连第十条.

    private static readonly DateOnly Agreed = new(2025, 9, 30);

    /// <summary>Obstacles, seizures and epidemics that overlap at random, some without an end, and disposals by the court, from entries to the sum.</summary>
    [Fact]
    public void Damages_WithAnyExcludedDays_AreThoseCountedDayByDay() => Check(
        from periods in Gen.ListOf(Period())
        from disposals in Gen.ListOf(Gen.Choose(0, 500))
        from asked in Gen.Choose(0, 450)
        select (periods: periods.ToList(), disposals: disposals.Take(2).ToList(), asked: Agreed.AddDays(asked)),
        story =>
        {
            var drafts = new List<Huodi.Domain.Ledger.LedgerDraft>
            {
                Draft("供地", new(2025, 7, 1), ("权利类型", "出让"), ("行政区划代码", "210211"), ("出让价款总额", Price), ("约定开工日期", "2025-09-30")),
                Draft("期间核查", new(2025, 7, 2)),
                Draft("巡查", story.asked, ("巡查方式", "现场"), ("已开工", false)),
            };
            foreach (var (n, p) in story.periods.Index())
            {
                drafts.Add(p.Seized ? Draft("查封", p.From, ("事项编号", $"执{n}")) : Draft("障碍发生", p.From, ("事项编号", $"执{n}"), ("障碍原因", "政府原因")));
                if (p.To is { } end) drafts.Add(Draft(p.Seized ? "解除查封" : "障碍消除", end, ("事项编号", $"执{n}")));
            }

            drafts.AddRange(story.disposals.Distinct().Select(d => Draft("权利主体变更", Agreed.AddDays(d - 50), ("变更原因", "人民法院处置"), ("权利人", $"乙公司{d}"))));

            var facts = Facts(Chain(drafts), story.asked);
            var days = decimal.Parse(Value("DL-29b/开工净违约天数", facts, story.asked), CultureInfo.InvariantCulture);
            var sum = decimal.Parse(Value("DL-10/开工违约金", facts, story.asked), CultureInfo.InvariantCulture);

            var expected = DayByDay(story.periods, [.. story.disposals.Select(d => Agreed.AddDays(d - 50))], story.asked);
            Assert.Equal(expected, days);
            Assert.Equal(expected * Price * Rate, sum);
            Assert.InRange(days, 0, story.asked.DayNumber - Agreed.DayNumber);
        });

    /// <summary>Only what happened up to the day asked is known; a period that has not ended by then still runs.</summary>
    private static int DayByDay(List<(DateOnly From, DateOnly? To, bool Seized)> periods, List<DateOnly> disposals, DateOnly asked)
    {
        var days = 0;
        for (var day = Agreed.AddDays(1); day <= asked; day = day.AddDays(1))
        {
            if (periods.Exists(p => p.From <= day && (p.To is null || day <= p.To))) continue;
            if (disposals.Exists(d => d <= asked && day <= d)) continue;
            days++;
        }

        return days;
    }

    private static Gen<(DateOnly From, DateOnly? To, bool Seized)> Period() =>
        from start in Gen.Choose(-80, 420)
        from length in Gen.Choose(0, 120)
        from ends in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from seized in Gen.Elements(true, false)
        select (Agreed.AddDays(start), ends ? (DateOnly?)Agreed.AddDays(start + length) : null, seized);
}
