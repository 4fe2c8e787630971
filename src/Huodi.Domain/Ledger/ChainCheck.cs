namespace Huodi.Domain.Ledger;

/// <summary>
/// Checks a chain entry by entry, in number order, and then its head and an anchor. After a break it goes on from what is stored, so
/// that one changed entry is told once.
/// </summary>
public sealed class ChainCheck(LedgerHead? anchor = null)
{
    private readonly List<ChainProblem> _problems = [];
    private LedgerHead _last = LedgerHead.Empty;
    private bool _anchorSeen = anchor is null || anchor.Entries == 0;

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<ChainProblem> Problems => _problems;

    /// <summary>How many entries were checked.</summary>
    public long Checked { get; private set; }

    /// <summary>Checks the next entry.</summary>
    public void Add(LedgerEntry entry)
    {
        Checked++;
        if (entry.Number > _last.Entries + 1)
            Report("LEDGER_MISSING", _last.Entries + 1, $"缺少第 {_last.Entries + 1} 条至第 {entry.Number - 1} 条登记，请从备份恢复。");
        else if (entry.Number <= _last.Entries)
            Report("LEDGER_ORDER", entry.Number, $"第 {entry.Number} 条登记出现在第 {_last.Entries} 条之后，请从备份恢复。");
        else if (LedgerChain.HashOf(entry, _last.Hash) != entry.Hash)
            Report("LEDGER_CHANGED", entry.Number, $"第 {entry.Number} 条登记（{entry.Subject}）或者它前一条的散列值被改动，与链不符，请与备份核对。");
        else if (entry.Recorded < _last.Recorded)
            Report("LEDGER_ORDER", entry.Number, $"第 {entry.Number} 条登记的登记时间早于前一条，请与备份核对。");
        if (entry.Number == anchor?.Entries)
        {
            _anchorSeen = true;
            if (entry.Hash != anchor.Hash)
                Report("LEDGER_ANCHOR", entry.Number, $"第 {entry.Number} 条登记的散列值与锚点不符：锚点之前的登记被整体改写，请与备份核对。");
        }

        _last = LedgerChain.HeadOf(entry);
    }

    /// <summary>Tells of an entry that cannot even be read.</summary>
    public void Unreadable(string message) => Report("LEDGER_UNREADABLE", _last.Entries + 1, message);

    /// <summary>Compares the end with the head that the store holds, and closes the check.</summary>
    public IReadOnlyList<ChainProblem> Finish(LedgerHead head)
    {
        if (head.Entries != _last.Entries)
            Report("LEDGER_HEAD", 0, $"账尾登记为 {head.Entries} 条，实有 {_last.Entries} 条：末尾的登记被增删，请从备份恢复。");
        else if (head.Hash != _last.Hash || head.Recorded != _last.Recorded)
            Report("LEDGER_HEAD", 0, "账尾的散列值或者时间与最后一条登记不符，请与备份核对。");
        if (!_anchorSeen)
            Report("LEDGER_ANCHOR", anchor!.Entries, $"锚点在第 {anchor.Entries} 条，台账只有 {_last.Entries} 条：末尾的登记被删去，请从备份恢复。"); // Not seen means given.
        return _problems;
    }

    private void Report(string code, long number, string message) => _problems.Add(new(code, number, message));
}
