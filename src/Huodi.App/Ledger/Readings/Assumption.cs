using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.App.Ledger.Readings;

/// <summary>Entries that are thought of and never recorded: what if it starts on 1 May.</summary>
public static class Assumption
{
    /// <summary>Whether a kind can be assumed: one whose entries need no field.</summary>
    public static bool CanBeAssumed(LedgerKind kind) => kind.Fields.All(f => !f.IsRequired);

    /// <summary>The draft that assumes that a kind happened on a day.</summary>
    public static LedgerDraft Draft(LedgerSubject subject, LedgerKind kind, DateOnly day) =>
        new(subject, kind.English, day, "假设", new("假设，没有登记"), LedgerPayload.Empty);

    /// <summary>The entries with the drafts behind them, as if these had been recorded at the last moment.</summary>
    /// <param name="entries">Entries of one subject in number order; may be empty.</param>
    /// <param name="drafts">What is assumed.</param>
    /// <param name="now">The moment when there is no entry yet.</param>
    public static IReadOnlyList<LedgerEntry> Add(IReadOnlyList<LedgerEntry> entries, IEnumerable<LedgerDraft> drafts, DateTimeOffset now)
    {
        var all = entries.ToList();
        foreach (var draft in drafts)
        {
            var head = all.Count > 0 ? LedgerChain.HeadOf(all[^1]) : LedgerHead.Empty;
            all.Add(LedgerChain.Next(head, draft, all.Count > 0 ? all[^1].Recorded : now));
        }

        return all;
    }
}
