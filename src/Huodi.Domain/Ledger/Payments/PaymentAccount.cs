using Huodi.Domain.Ledger.Projection;

namespace Huodi.Domain.Ledger.Payments;

/// <summary>A sum that is paid in instalments, to the 分. What is held after the refunds is all in an instalment or in the surplus.</summary>
/// <param name="Instalments">By due day.</param>
/// <param name="Paid">All payments less refunds, 元; negative when more was refunded than paid.</param>
/// <param name="Surplus">What was paid beyond the instalments, 元.</param>
/// <param name="Overdrawn">What was refunded beyond the payments, 元.</param>
public sealed record PaymentAccount(IReadOnlyList<Instalment> Instalments, decimal Paid, decimal Surplus, decimal Overdrawn)
{
    /// <summary>The account of a projected subject; null when the ledger has no plan, or does not know what one of the lists says.</summary>
    /// <param name="ledger">The facts.</param>
    /// <param name="plan">List fact with 期次, 日期, 金额.</param>
    /// <param name="paid">List fact with 日期, 金额 of the payments.</param>
    /// <param name="returned">List fact with 日期, 金额 of what was paid back, or null.</param>
    public static PaymentAccount? Of(SubjectProjection ledger, string plan = "付款计划", string paid = "付款记录", string? returned = "退款记录")
    {
        if (ledger.Find(plan) is not { IsList: true } stages || ledger.Problems.Any(p => p.Fact == plan || p.Fact == paid || p.Fact == returned)) return null;
        var instalments = new (string, DateOnly, decimal)[stages.Items.Count];
        for (var i = 0; i < instalments.Length; i++) instalments[i] = (Text(stages.Items[i], "期次"), Day(stages.Items[i], "日期"), Figure(stages.Items[i], "金额"));
        return Allot(instalments, Sums(paid), Sums(returned));

        (DateOnly, decimal)[] Sums(string? fact)
        {
            var items = fact is null ? [] : ledger.Find(fact)?.Items ?? [];
            var sums = new (DateOnly, decimal)[items.Count];
            for (var i = 0; i < sums.Length; i++) sums[i] = (Day(items[i], "日期"), Figure(items[i], "金额"));
            return sums;
        }
    }

    /// <summary>Allots what is held at the end of each day to the instalments in the order they are due; a refund comes off the last ones.</summary>
    /// <param name="plan">Instalments in any order.</param>
    /// <param name="payments">Payments in any order.</param>
    /// <param name="refunds">Refunds in any order.</param>
    public static PaymentAccount Allot(
        IEnumerable<(string Name, DateOnly Due, decimal Amount)> plan,
        IEnumerable<(DateOnly Day, decimal Amount)> payments,
        IEnumerable<(DateOnly Day, decimal Amount)> refunds)
    {
        var days = Days(payments, refunds);
        var (instalments, before) = (new List<Instalment>(), 0m);
        (string Name, DateOnly Due, decimal Amount)[] stages = [.. plan];
        Array.Sort(stages, (a, b) => a.Due.CompareTo(b.Due) is var due and not 0 ? due
            : string.CompareOrdinal(a.Name, b.Name) is var name and not 0 ? name : a.Amount.CompareTo(b.Amount));
        foreach (var (name, due, amount) in stages)
        {
            instalments.Add(new(name, due, amount, Parts(days, before, amount)));
            before += amount;
        }

        var held = 0m;
        foreach (var (_, amount) in days) held += amount;
        return new(instalments, held, Math.Max(0, held - before), Math.Max(0, -held));
    }

    /// <summary>What came in, or went out, on each day, in their order.</summary>
    private static List<(DateOnly Day, decimal Amount)> Days(IEnumerable<(DateOnly Day, decimal Amount)> payments, IEnumerable<(DateOnly Day, decimal Amount)> refunds)
    {
        List<(DateOnly Day, decimal Amount)> all = [.. payments];
        foreach (var (day, amount) in refunds) all.Add((day, -amount));
        all.Sort((a, b) => a.Day.CompareTo(b.Day));
        var days = new List<(DateOnly Day, decimal Amount)>(all.Count);
        foreach (var (day, amount) in all)
        {
            if (days.Count > 0 && days[^1].Day == day) days[^1] = (day, days[^1].Amount + amount);
            else days.Add((day, amount));
        }

        return days;
    }

    /// <summary>What came to, or went from, the instalment that lies behind so much of the plan.</summary>
    private static List<(DateOnly Day, decimal Amount)> Parts(List<(DateOnly Day, decimal Amount)> days, decimal before, decimal amount)
    {
        var (parts, held, filled) = (new List<(DateOnly, decimal)>(), 0m, 0m);
        foreach (var (day, change) in days)
        {
            held += change;
            var now = Math.Clamp(held - before, 0, amount);
            if (now != filled) parts.Add((day, now - filled));
            filled = now;
        }

        return parts;
    }

    private static string Text(StatedItem item, string part) => item[part]?.Text() ?? "";

    private static decimal Figure(StatedItem item, string part) => item[part] is not { } value ? 0 : value.Figure() ?? throw Unusable(part);

    private static DateOnly Day(StatedItem item, string part) => item[part]?.Day() ?? throw Unusable(part);

    private static DomainException Unusable(string part) => new("LEDGER_FIELD", $"付款的“{part}”无法使用，请更正登记。");
}
