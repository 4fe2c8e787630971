using System.Globalization;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Projection;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Money;

/// <summary>Damages that had run up before the day was agreed anew. No article waives them; whether the new agreement does is a fact.</summary>
internal sealed class CarriedDamages(LoadedLedger declared)
{
    /// <summary>The fact that tells whether they are waived.</summary>
    public const string Waived = "改约前违约金已免除";

    /// <summary>The account with what had run up before, or with that it is not known.</summary>
    /// <param name="account">The account by the day agreed now.</param>
    /// <param name="ledger">What the ledger knows.</param>
    /// <param name="before">Reckons the money of the subject on an earlier day.</param>
    public MoneyAccount Onto(MoneyAccount account, SubjectProjection ledger, Func<DateOnly, SubjectMoney> before)
    {
        if (account.Rule.Daily is not { } daily || ledger.Find(daily.Agreed) is not { } agreed || ledger.Find(Waived)?.Truth() == true) return account;
        List<LedgerEntry> entries = [.. ledger.Entries.OrderBy(e => e.Number)];
        for (var eve = agreed.FirstDay.AddDays(-1); ; eve = agreed.FirstDay.AddDays(-1))
        {
            if (FactProjection.Run(declared.Kinds, entries, eve).Find(daily.Agreed) is not { } earlier) return account;
            var isLate = earlier.Day() is { } day && day < eve && (agreed.Day() is not { } now || now != day);
            if (isLate && before(eve).Accounts.FirstOrDefault(a => a.Rule == account.Rule) is { Owed: not 0 } old) return With(account, old, earlier, eve, ledger.Find(Waived)?.Truth());
            if (isLate) return account;
            agreed = earlier;
        }
    }

    private static MoneyAccount With(MoneyAccount account, MoneyAccount old, ProjectedFact earlier, DateOnly eve, bool? isWaived)
    {
        var sum = old.Owed is { } owed ? string.Create(CultureInfo.InvariantCulture, $"{owed:0.00} 元") : "不能确定的数";
        var note = $"{eve.AddDays(1):yyyy-MM-dd} 改约以前，依原约定 {earlier.Text()}，截至 {eve:yyyy-MM-dd} 已算得 {sum}；是否免除看补充协议（{Waived}），没有写明免除的仍然应付。";
        if (isWaived == false && account.Owed + old.Owed is { } both) return account with { Owed = both, Notes = [.. account.Notes, note] };
        var missing = isWaived == false ? old.Missing : [Waived];
        return account with { Owed = null, Missing = [.. account.Missing.Union(missing, StringComparer.Ordinal)], Notes = [.. account.Notes, note] };
    }
}
