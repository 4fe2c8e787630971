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
         from refund in Gen.Choose(0, 50_000)
         select (plan, payments, refund / 100m)).ToArbitrary(),
        story =>
        {
            var (plan, payments, refund) = story;
            var account = PaymentAccount.Allot(plan.Select((p, i) => ($"第{i}期", p.Day, p.Amount)), payments, refund);
            var received = Math.Max(0, payments.Sum(p => p.Amount) - refund);

            Assert.Equal(received, account.Paid);
            Assert.Equal(received, account.Instalments.Sum(i => i.Paid.Sum(p => p.Amount)) + account.Surplus);
            Assert.All(account.Instalments, i => Assert.InRange(i.Outstanding, 0, i.Amount));
            Assert.True(account.Surplus == 0 || account.Instalments.All(i => i.Outstanding == 0));
            foreach (var instalment in account.Instalments)
            {
                var late = instalment.Late(Origin.AddDays(400)).ToList();
                Assert.All(late, s => Assert.True(s.From > instalment.Due && s.To >= s.From && s.Owed > 0));
                Assert.All(late.Zip(late.Skip(1)), p => Assert.True(p.First.To < p.Second.From));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allot_InAnyOrder_IsTheSameAccount()
    {
        (string, DateOnly, decimal)[] plan = [("二", Origin.AddDays(30), 50m), ("一", Origin, 50m)];
        (DateOnly, decimal)[] payments = [(Origin.AddDays(40), 30m), (Origin.AddDays(1), 60m)];

        var one = PaymentAccount.Allot(plan, payments, 0);
        var other = PaymentAccount.Allot(plan.Reverse(), payments.Reverse(), 0);

        Assert.Equal(["一", "二"], one.Instalments.Select(i => i.Name));
        Assert.Equal([(Origin.AddDays(1), 10m), (Origin.AddDays(40), 30m)], one.Instalments[1].Paid);
        Assert.Equal(one.Instalments.SelectMany(i => i.Paid), other.Instalments.SelectMany(i => i.Paid));
        Assert.Equal(10m, one.Instalments[1].Outstanding);
    }

    [Fact]
    public void Late_PaidOnTheDueDayOrOneDayAfter_CountsNoneOrOneDay()
    {
        Assert.Empty(PaymentAccount.Allot([("一", Origin, 50m)], [(Origin, 50m)], 0).Instalments[0].Late(Origin.AddDays(9)));
        var late = Assert.Single(PaymentAccount.Allot([("一", Origin, 50m)], [(Origin.AddDays(1), 50m)], 0).Instalments[0].Late(Origin.AddDays(9)));
        Assert.Equal((1, 50m), (late.Days, late.Base));
        Assert.Empty(PaymentAccount.Allot([("一", Origin, 50m)], [], 0).Instalments[0].Late(Origin));
    }

    private static Gen<(DateOnly Day, decimal Amount)> Sum() =>
        from day in Gen.Choose(0, 365)
        from fen in Gen.Choose(1, 100_000)
        select (Origin.AddDays(day), fen / 100m);
}
