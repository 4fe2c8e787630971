using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Money;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Cli.Tests.Ledger;

public sealed partial class LedgerPropertyTests
{
    /// <summary>Kinds with a voucher, and whether their money goes out, from their names alone: 退 and 返还 pay out.</summary>
    private static readonly (LedgerKind Kind, string Amount, bool Out)[] Vouchers =
    [
        .. Carried.Ledger.Kinds.All.Where(k => k.Fields.Any(f => f.Name == "凭证号")).Select(k =>
            (k, k.Fields.First(f => f.Name.EndsWith("金额", StringComparison.Ordinal)).Name, k.Name.Contains('退') || k.Name.Contains("返还"))),
    ];

    [Fact]
    public void Money_InAnyLedger_IsInIsOutToTheFenAndEachEntryInOneAccount() => Check(
        from entries in Gen.ListOf(Payment())
        from knownOnly in Gen.Choose(0, 900)
        select (entries: entries.ToList(), asked: new DateOnly(2025, 1, 1).AddDays(knownOnly)),
        story =>
        {
            var drafts = story.entries.Select(e => e.Draft).Prepend(Draft("供地", new(2024, 12, 31), ("权利类型", "出让"), ("出让价款总额", Price), ("行政区划代码", "210211"))).ToList();

            var money = new ReckonMoney(Carried.Library, Carried.Ledger).Of(Chain(drafts), story.asked);

            var known = story.entries.Where(e => e.Draft.Happened <= story.asked).ToList();
            Assert.True(money.IsBalanced);
            Assert.Equal(known.Where(e => !e.Out).Sum(e => e.Amount), money.In);
            Assert.Equal(known.Where(e => e.Out).Sum(e => e.Amount), money.Out);
            Assert.Equal(known.Count, money.Accounts.Sum(a => a.Moves.Count));
            Assert.Equal(known.Count, money.Moves.Count);
            Assert.Equal(money.Held, money.Accounts.Sum(a => a.Held));
            Assert.All(money.Accounts.Where(a => a.Owed is not null), a => Assert.Equal(a.Owed, a.Outstanding + (a.Rule.IsDeposit ? a.In : a.Held)));
        });

    [Fact]
    public void Vouchers_OfTheProject_AreElevenKinds() // A new kind with a voucher has its account and stands in the property above.
    {
        Assert.Equal(
            new HashSet<string>(StringComparer.Ordinal) { "补缴价款", "保证金返还", "保证金缴纳", "缴款", "缴纳分期利息", "缴纳违约金", "缴纳闲置费", "退款", "退还补缴价款", "退还违约金", "退还闲置费" },
            Vouchers.Select(v => v.Kind.Name).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    public void Payment_ThatIsNotPositiveOrNotToTheFen_IsRefused(string amount)
    {
        var draft = Draft("缴款", new(2026, 1, 1), ("缴款金额", JsonNode.Parse(amount)!), ("凭证号", "A1")); // A number.

        Assert.Contains(new EntryCheck(Carried.Ledger.Kinds, Carried.Library).Check(draft, Today), f => f.Code == "LEDGER_MONEY");
    }

    private static Gen<(LedgerDraft Draft, decimal Amount, bool Out)> Payment() =>
        from voucher in Gen.Elements(Vouchers)
        from day in Gen.Choose(0, 800)
        from fen in Gen.Choose(1, 2_000_000_000)
        from pick in Gen.Choose(0, 9)
        select (Draft(voucher.Kind.Name, new DateOnly(2025, 1, 1).AddDays(day), [.. Fields(voucher.Kind, voucher.Amount, fen / 100m, pick)]), fen / 100m, voucher.Out);

    private static IEnumerable<(string Name, JsonNode Value)> Fields(LedgerKind kind, string amount, decimal sum, int pick)
    {
        yield return (amount, sum);
        yield return ("凭证号", "A1");
        if (kind.Fields.Any(f => f.Name == "返还依据进度")) yield return ("返还依据进度", "开工");
        foreach (var named in kind.Fields.Where(f => f.Name is "违约金名目" or "补缴事由"))
        {
            var values = Carried.Library.Dictionary.Find(named.Name)!.Allowed; // A field is in the dictionary.
            if (pick < values.Count) yield return (named.Name, values[pick]);
        }
    }
}
