namespace Huodi.App.Ledger.Money;

/// <summary>All money of one subject on a day.</summary>
/// <param name="Accounts">The accounts that say something, in the order declared.</param>
/// <param name="Moves">Every entry with a voucher, by day, in or out.</param>
/// <param name="Unallotted">Those that no account took, or more than one; empty when the books are sound.</param>
public sealed record SubjectMoney(IReadOnlyList<MoneyAccount> Accounts, IReadOnlyList<MoneyMove> Moves, IReadOnlyList<MoneyMove> Unallotted)
{
    /// <summary>What went in, 元.</summary>
    public decimal In => Moves.Where(m => m.Amount > 0).Sum(m => m.Amount);

    /// <summary>What went out, 元, as a positive figure.</summary>
    public decimal Out => -Moves.Where(m => m.Amount < 0).Sum(m => m.Amount);

    /// <summary>What is held, 元: it is all in the accounts.</summary>
    public decimal Held => In - Out;

    /// <summary>Whether each entry is in one account and the accounts add up to what went in and out, to the 分.</summary>
    public bool IsBalanced => Unallotted.Count == 0 && Accounts.Sum(a => a.In) == In && Accounts.Sum(a => a.Out) == Out;
}
