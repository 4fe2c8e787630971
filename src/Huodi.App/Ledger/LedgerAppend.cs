using Huodi.Domain.Ledger;

namespace Huodi.App.Ledger;

/// <summary>
/// What comes of appending drafts one after the other, the same in every store. The store gives what the ledger has about a draft
/// when it is asked to, and writes what is new. Each draft costs the same, however many there are.
/// </summary>
public sealed class LedgerAppend(LedgerHead head, TimeProvider clock)
{
    private readonly HeldEntries _held = new();
    private readonly HashSet<(LedgerSubject, string)> _given = [];
    private readonly List<AppendedEntry> _appended = [];

    /// <summary>The end of the chain with what was added.</summary>
    public LedgerHead Head { get; private set; } = head;

    /// <summary>For each draft, the entry that now records it.</summary>
    public IReadOnlyList<AppendedEntry> Appended => _appended;

    /// <summary>What is said of a table that brought back what was withdrawn; null when it did not.</summary>
    public static string? AgainText(IReadOnlyList<AppendedEntry> appended)
    {
        List<string> again = [.. appended.Where(a => a.Withdrawn is not null).Select(a => $"第 {a.Entry.Number} 条（原第 {a.Withdrawn} 条）")];
        return again.Count == 0
            ? null
            : $"注意：有 {again.Count} 行与已经撤回的登记完全相同，这次重新登记了；不该恢复的，请再撤回：{string.Join("、", again.Take(20))}{(again.Count > 20 ? " 等" : "")}。";
    }

    /// <summary>Whether the entries about the draft's subject that are of its kind, or supersede, must be given first; asked once.</summary>
    public bool Asks(LedgerDraft draft) => _given.Add((draft.Subject, draft.Kind));

    /// <summary>Whether the entry that the draft supersedes must be given first, if there is one.</summary>
    public bool AsksFor(LedgerDraft draft, out long number)
    {
        number = draft.Supersedes?.Number ?? 0;
        return number > 0 && _held.Find(number) is null;
    }

    /// <summary>Takes entries of the ledger, in number order.</summary>
    public void Give(IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries) _held.Add(entry);
    }

    /// <summary>Adds a draft behind all that was asked for.</summary>
    /// <exception cref="Stores.StoreException">LEDGER_SUPERSEDES.</exception>
    public AppendedEntry Add(LedgerDraft draft)
    {
        SupersessionCheck.Check(draft, draft.Supersedes is { } old ? _held.Find(old.Number) : null);
        var same = _held.Same(draft);
        var appended = new AppendedEntry(same ?? LedgerChain.Next(Head, draft, clock.GetUtcNow()), same is null)
        {
            Withdrawn = same is null ? _held.Withdrawn(draft)?.Number : null,
        };
        _appended.Add(appended);
        if (!appended.IsNew) return appended;
        _held.Add(appended.Entry);
        Head = LedgerChain.HeadOf(appended.Entry);
        return appended;
    }
}
