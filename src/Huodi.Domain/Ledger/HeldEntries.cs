namespace Huodi.Domain.Ledger;

/// <summary>
/// What a ledger holds already, asked word for word. What was withdrawn is held no longer; what was corrected is, by its correction: a
/// file imported again must not put the wrong figure beside the right one. A correction is held while it is the last word.
/// </summary>
public sealed class HeldEntries
{
    private readonly Dictionary<long, LedgerEntry> _entries = [];
    private readonly Dictionary<long, long> _roots = [];
    private readonly Dictionary<long, LedgerEntry> _last = [];
    private readonly Dictionary<(LedgerSubject, string, DateOnly, SourceDocument, LedgerPayload, Supersession?), List<LedgerEntry>> _same = [];

    /// <summary>With entries in number order.</summary>
    public static HeldEntries Of(IEnumerable<LedgerEntry> entries)
    {
        var held = new HeldEntries();
        foreach (var entry in entries) held.Add(entry);
        return held;
    }

    /// <summary>Takes an entry; one that is there is not taken again. Those that supersede come behind what they supersede.</summary>
    public void Add(LedgerEntry entry)
    {
        if (!_entries.TryAdd(entry.Number, entry)) return;
        var root = entry.Draft.Supersedes is { } old ? _roots.GetValueOrDefault(old.Number, old.Number) : entry.Number;
        _roots[entry.Number] = root;
        if (!_last.TryGetValue(root, out var last) || last.Number < entry.Number) _last[root] = entry;
        if (!_same.TryGetValue(Words(entry.Draft), out var same)) _same[Words(entry.Draft)] = same = [];
        same.Add(entry);
    }

    /// <summary>The entry of that number, or null.</summary>
    public LedgerEntry? Find(long number) => _entries.GetValueOrDefault(number);

    /// <summary>The entry that records a draft already, or null.</summary>
    public LedgerEntry? Same(LedgerDraft draft) => Of(draft).Find(e => LastOf(e) == e || (draft.Supersedes is null && !IsWithdrawn(e)));

    /// <summary>The last entry that recorded a draft and was withdrawn, or null.</summary>
    public LedgerEntry? Withdrawn(LedgerDraft draft) => Of(draft).Where(e => LastOf(e) != e && IsWithdrawn(e)).MaxBy(e => e.Number);

    private List<LedgerEntry> Of(LedgerDraft draft) => _same.GetValueOrDefault(Words(draft)) ?? [];

    private LedgerEntry LastOf(LedgerEntry entry) => _last[_roots[entry.Number]];

    private bool IsWithdrawn(LedgerEntry entry) => LastOf(entry).Kind == EffectiveEntries.Withdrawal;

    private static (LedgerSubject, string, DateOnly, SourceDocument, LedgerPayload, Supersession?) Words(LedgerDraft draft) =>
        (draft.Subject, draft.Kind, draft.Happened, draft.Document, draft.Payload, draft.Supersedes);
}
