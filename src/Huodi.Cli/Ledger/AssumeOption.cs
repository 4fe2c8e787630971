using System.CommandLine;
using Huodi.App.Ledger.Readings;
using Huodi.Domain.Ledger;
using Huodi.Policies;
using Huodi.Policies.Ledger;

namespace Huodi.Cli.Ledger;

/// <summary><c>--assume '开工 2026-05-01'</c>: an entry that is thought of and never recorded.</summary>
internal static class AssumeOption
{
    public static Option<string[]> Create() => new("--assume")
    {
        Description = "假设发生了什么，写成 '开工 2026-05-01' 或 '缴款 2026-05-01 缴款金额=500000.00 凭证号=假设'；不登记；可写多次",
    };

    /// <exception cref="CliException">LEDGER_ASSUME, with everything that is wrong.</exception>
    public static IReadOnlyList<LedgerDraft> Read(IEnumerable<string> texts, LedgerSubject subject, LoadedLedger ledger, PolicyLibrary library)
    {
        var read = texts.Select(t => (Text: t, Read: EntryInput.Guarded(() => new Assumptions(ledger.Kinds, library).Read(t, subject)))).ToList();
        var wrong = read.SelectMany(r => r.Read.Faults.Select(f => $"  “{r.Text}” {f.Code}：{f.Message} 建议：{f.Suggestion}")).ToList();
        return wrong.Count == 0 ? [.. read.Select(r => r.Read.Draft!)] // No fault means a draft.
            : throw new CliException("LEDGER_ASSUME", $"假设有 {wrong.Count} 处不对：\n{string.Join('\n', wrong)}", "");
    }

    /// <summary>The entries known at a moment with the assumed ones behind them; none where nothing was known.</summary>
    public static IReadOnlyList<LedgerEntry> Add(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<LedgerDraft> assumed, DateTimeOffset? knownAsOf)
    {
        List<LedgerEntry> known = [.. entries.Where(e => knownAsOf is null || e.Recorded <= knownAsOf)];
        return known.Count == 0 ? [] : Assumptions.Add(known, assumed, known[^1].Recorded);
    }
}
