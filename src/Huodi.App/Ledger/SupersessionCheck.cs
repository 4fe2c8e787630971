using Huodi.App.Stores;
using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>Whether an entry may take the place of another. Both stores ask inside the append.</summary>
public static class SupersessionCheck
{
    /// <summary>Refuses a draft that supersedes what is not there or is about something else.</summary>
    /// <param name="draft">The draft; one that supersedes nothing passes.</param>
    /// <param name="superseded">The entry of the number it names, or null.</param>
    /// <exception cref="StoreException">LEDGER_SUPERSEDES.</exception>
    public static void Check(LedgerDraft draft, LedgerEntry? superseded)
    {
        if (draft.Supersedes is not { Number: var number }) return;
        if (superseded is null)
            throw new StoreException("LEDGER_SUPERSEDES", $"没有第 {number} 条登记，无法更正，本次内容没有登记。请用 huodi ledger show 核对登记号。");
        if (superseded.Subject != draft.Subject)
        {
            throw new StoreException(
                "LEDGER_SUPERSEDES",
                $"第 {number} 条登记的对象是 {superseded.Subject}，不是 {draft.Subject}，本次内容没有登记。登错对象的，先撤回原登记，再为正确的对象登记。");
        }

        if (superseded.Kind != draft.Kind && draft.Kind != EffectiveEntries.Withdrawal && superseded.Kind != EffectiveEntries.Withdrawal)
        {
            throw new StoreException(
                "LEDGER_SUPERSEDES",
                $"第 {number} 条登记的种类是 {superseded.Kind}，不能更正为 {draft.Kind}，本次内容没有登记。登错种类的，先撤回原登记，再另行登记。");
        }
    }
}
