using Huodi.Domain.Ledger.Projection;

namespace Huodi.Domain.Ledger.Payments;

/// <summary>The price of a grant: instalments agreed, payments made, to the 分. What comes in is all in an instalment or in the surplus.</summary>
/// <param name="Instalments">By due day.</param>
/// <param name="Paid">All payments less refunds, 元.</param>
/// <param name="Surplus">What was paid beyond the instalments, 元.</param>
public sealed record PaymentAccount(IReadOnlyList<Instalment> Instalments, decimal Paid, decimal Surplus)
{
    /// <summary>The account of a projected subject; null when the ledger has no plan, or does not know plan or payments.</summary>
    public static PaymentAccount? Of(SubjectProjection ledger)
    {
        if (ledger.Find("付款计划") is not { IsList: true } plan || ledger.Problems.Any(p => p.Fact is "付款计划" or "付款记录" or "已缴出让价款")) return null;
        var payments = ledger.Find("付款记录")?.Items ?? [];
        var gross = payments.Sum(p => Figure(p, "金额"));
        var net = ledger.Find("已缴出让价款")?.Figure() ?? 0;
        return Allot(
            plan.Items.Select(i => (Text(i, "期次"), Day(i, "日期"), Figure(i, "金额"))),
            payments.Select(p => (Day(p, "日期"), Figure(p, "金额"))),
            gross - net);
    }

    /// <summary>Allots payments to instalments in the order they are due. A refund is taken off the last payments.</summary>
    /// <param name="plan">Instalments in any order.</param>
    /// <param name="payments">Payments in any order.</param>
    /// <param name="refunded">Sum refunded, 元.</param>
    public static PaymentAccount Allot(
        IEnumerable<(string Name, DateOnly Due, decimal Amount)> plan, IEnumerable<(DateOnly Day, decimal Amount)> payments, decimal refunded)
    {
        var money = TakeOff(payments.OrderBy(p => p.Day).ThenBy(p => p.Amount).ToList(), refunded);
        var paid = money.Sum(m => m.Amount);
        var instalments = new List<Instalment>();
        foreach (var (name, due, amount) in plan.OrderBy(i => i.Due).ThenBy(i => i.Name, StringComparer.Ordinal).ThenBy(i => i.Amount))
        {
            var (owed, parts) = (amount, new List<(DateOnly, decimal)>());
            while (owed > 0 && money.Count > 0)
            {
                var part = Math.Min(owed, money[0].Amount);
                parts.Add((money[0].Day, part));
                owed -= part;
                if (part == money[0].Amount) money.RemoveAt(0);
                else money[0] = (money[0].Day, money[0].Amount - part);
            }

            instalments.Add(new(name, due, amount, parts));
        }

        return new(instalments, paid, money.Sum(m => m.Amount));
    }

    private static List<(DateOnly Day, decimal Amount)> TakeOff(List<(DateOnly Day, decimal Amount)> money, decimal refunded)
    {
        while (refunded > 0 && money.Count > 0)
        {
            var part = Math.Min(refunded, money[^1].Amount);
            refunded -= part;
            if (part == money[^1].Amount) money.RemoveAt(money.Count - 1);
            else money[^1] = (money[^1].Day, money[^1].Amount - part);
        }

        return money;
    }

    private static string Text(StatedItem item, string part) => item[part]?.Text() ?? "";

    private static decimal Figure(StatedItem item, string part) => item[part] is not { } value ? 0 : value.Figure() ?? throw Unusable(part);

    private static DateOnly Day(StatedItem item, string part) => item[part]?.Day() ?? throw Unusable(part);

    private static DomainException Unusable(string part) => new("LEDGER_FIELD", $"付款计划或者付款记录的“{part}”无法使用，请更正登记。");
}
