using FsCheck;
using FsCheck.Fluent;
using Huodi.Domain.Ledger.Payments;
using Xunit;

namespace Huodi.Domain.Tests.Ledger;

public sealed class PaymentAccountTests
{
    private static readonly DateOnly Origin = new(2025, 1, 1);

    [Fact]
    public void Allot_MoneyIn_IsMoneyOutToTheFen() => Prop.ForAll(
        (from plan in Gen.ListOf(Sum())
         from payments in Gen.ListOf(Sum())
         from refunds in Gen.ListOf(Sum())
         select (plan, payments, refunds)).ToArbitrary(),
        story =>
        {
            var (plan, payments, refunds) = story;
            var account = PaymentAccount.Allot(plan.Select((p, i) => ($"第{i}期", p.Day, p.Amount)), payments, refunds);

            Assert.Equal(payments.Sum(p => p.Amount) - refunds.Sum(p => p.Amount), account.Paid);
            Assert.Equal(account.Paid, account.Instalments.Sum(i => i.Paid.Sum(p => p.Amount)) + account.Surplus - account.Overdrawn);
            Assert.All(account.Instalments, i => Assert.InRange(i.Outstanding, 0, i.Amount));
            Assert.True(account.Surplus == 0 || account.Instalments.All(i => i.Outstanding == 0));
            Assert.True(account.Overdrawn == 0 || account.Instalments.All(i => i.Outstanding == i.Amount));
            foreach (var instalment in account.Instalments)
            {
                var end = Origin.AddDays(400);
                Assert.Equal(DayByDay(account, instalment, instalment.Due.AddDays(1), end), instalment.Late(end).Sum(s => s.Base));
                Assert.Equal(DayByDay(account, instalment, Origin.AddDays(1), instalment.Due), instalment.Running(Origin, end).Sum(s => s.Base));
                Assert.All(instalment.Late(end), s => Assert.True(s.From > instalment.Due && s.To >= s.From && s.Owed > 0));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allot_WithARefund_OpensTheLastInstalmentFromTheDayBehindIt()
    {
        // Paid in full on the due day, ten refunded thirty days later: nothing was late before, ten are owed since.
        var account = PaymentAccount.Allot([("一", Origin, 50m), ("二", Origin.AddDays(1), 50m)], [(Origin, 100m)], [(Origin.AddDays(30), 10m)]);

        Assert.Equal(0, account.Instalments[0].Outstanding);
        Assert.Empty(account.Instalments[0].Late(Origin.AddDays(40)));
        var late = Assert.Single(account.Instalments[1].Late(Origin.AddDays(40)));
        Assert.Equal((Origin.AddDays(31), Origin.AddDays(40), 10m), (late.From, late.To, late.Owed));
        Assert.Null(account.Instalments[1].Settled);
    }

    [Fact]
    public void Allot_WithMoreRefundedThanPaid_SaysHowMuch()
    {
        var account = PaymentAccount.Allot([("一", Origin, 50m)], [(Origin, 20m)], [(Origin.AddDays(1), 25m)]);

        Assert.Equal((-5m, 0m, 5m), (account.Paid, account.Surplus, account.Overdrawn));
    }

    [Fact]
    public void Allot_InAnyOrder_IsTheSameAccount()
    {
        (string, DateOnly, decimal)[] plan = [("二", Origin.AddDays(30), 50m), ("一", Origin, 50m)];
        (DateOnly, decimal)[] payments = [(Origin.AddDays(40), 30m), (Origin.AddDays(1), 60m)];

        var one = PaymentAccount.Allot(plan, payments, []);
        var other = PaymentAccount.Allot(plan.Reverse(), payments.Reverse(), []);

        Assert.Equal(["一", "二"], one.Instalments.Select(i => i.Name));
        Assert.Equal([(Origin.AddDays(1), 10m), (Origin.AddDays(40), 30m)], one.Instalments[1].Paid);
        Assert.Equal(one.Instalments.SelectMany(i => i.Paid), other.Instalments.SelectMany(i => i.Paid));
        Assert.Equal(10m, one.Instalments[1].Outstanding);
    }

    [Fact]
    public void Late_PaidOnTheDueDayOrOneDayAfter_CountsNoneOrOneDay()
    {
        Assert.Empty(PaymentAccount.Allot([("一", Origin, 50m)], [(Origin, 50m)], []).Instalments[0].Late(Origin.AddDays(9)));
        var late = Assert.Single(PaymentAccount.Allot([("一", Origin, 50m)], [(Origin.AddDays(1), 50m)], []).Instalments[0].Late(Origin.AddDays(9)));
        Assert.Equal((1, 50m), (late.Days, late.Base));
        Assert.Empty(PaymentAccount.Allot([("一", Origin, 50m)], [], []).Instalments[0].Late(Origin));
    }

    /// <summary>元 × days, counted day by day; a move counts from the day after it.</summary>
    private static decimal DayByDay(PaymentAccount account, Instalment one, DateOnly from, DateOnly to)
    {
        Assert.Contains(one, account.Instalments);
        var sum = 0m;
        for (var day = from; day <= to; day = day.AddDays(1)) sum += one.Amount - one.Paid.Where(p => p.Day < day).Sum(p => p.Amount);
        return sum;
    }

    private static Gen<(DateOnly Day, decimal Amount)> Sum() =>
        from day in Gen.Choose(0, 365)
        from fen in Gen.Choose(1, 100_000)
        select (Origin.AddDays(day), fen / 100m);
}
