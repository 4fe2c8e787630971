using Huodi.App.Stores;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>What an append depends on: that behind a number nothing was recorded about a subject, or of certain kinds.</summary>
/// <param name="After">The number of the last entry that was read.</param>
/// <param name="Subject">The subject whose entries were read; null when none was.</param>
/// <param name="Kinds">Kinds of which all entries were read, whatever their subject; a correction of one counts as one.</param>
public sealed record LedgerExpectation(long After, LedgerSubject? Subject, IReadOnlyList<string> Kinds)
{
    /// <summary>Refuses an append that what came in meanwhile bears on.</summary>
    /// <param name="behind">The entries behind <see cref="After"/>.</param>
    /// <exception cref="StoreException">LEDGER_MOVED.</exception>
    public void Require(IEnumerable<LedgerEntry> behind)
    {
        if (behind.FirstOrDefault(e => e.Subject == Subject || Kinds.Contains(e.Kind)) is { } moved) throw Moved(moved);
    }

    /// <summary>What is said to whoever did not know of an entry.</summary>
    public static StoreException Moved(LedgerEntry moved) =>
        new("LEDGER_MOVED", $"其间 {moved.Draft.By} 登记了第 {moved.Number} 条（{moved.Subject}），本次内容没有登记。请刷新后重办。");
}
