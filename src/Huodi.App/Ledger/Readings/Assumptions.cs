using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies;

namespace Huodi.App.Ledger.Readings;

/// <summary>What if: entries that are thought of and never recorded, written <c>缴款 2026-05-01 缴款金额=500000.00 凭证号=假设</c>.</summary>
public sealed class Assumptions(LedgerKinds kinds, PolicyLibrary library)
{
    /// <summary>Reads one; any kind may be assumed, on any day, with the fields that it must have.</summary>
    /// <param name="text">Kind, day, and fields as 名称=值, with blanks between them.</param>
    /// <param name="subject">Whom it is about.</param>
    /// <returns>The draft, or everything that is wrong with it.</returns>
    public (LedgerDraft? Draft, IReadOnlyList<EntryFault> Faults) Read(string text, LedgerSubject subject)
    {
        var words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || FieldText.Day(words[1]) is not { } day)
            return (null, [new("LEDGER_ASSUME", "", $"假设“{text}”写法不对。", "写成 '开工 2026-05-01' 或 '缴款 2026-05-01 缴款金额=500000.00 凭证号=假设'：种类、日期、字段，以空格分开。")]);
        var (fields, faults) = FieldText.Pairs(Pairs(words.ElementAtOrDefault(2) ?? ""), library.Dictionary);
        if (faults.Count > 0) return (null, faults);
        var kind = kinds.Find(words[0])?.English ?? words[0];
        var draft = new LedgerDraft(subject, kind, day, "假设", new("假设，没有登记"), LedgerPayload.Of(fields));
        faults = new EntryCheck(kinds, library).Check(draft, day);
        return (faults.Count == 0 ? draft : null, faults);
    }

    /// <summary>The entries with the drafts behind them, as if these had been recorded at the last moment; in memory only.</summary>
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

    /// <summary>A word without a = belongs to the value before it.</summary>
    private static List<string> Pairs(string text)
    {
        var pairs = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (pairs.Count > 0 && !word.Contains('=', StringComparison.Ordinal)) pairs[^1] += " " + word;
            else pairs.Add(word);
        }

        return pairs;
    }
}
