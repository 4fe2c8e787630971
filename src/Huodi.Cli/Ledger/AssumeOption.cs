using System.CommandLine;
using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Cli.Ledger;

/// <summary><c>--assume '开工 2026-05-01'</c>: an entry that is thought of and never recorded.</summary>
internal static class AssumeOption
{
    public static Option<string[]> Create() => new("--assume") { Description = "假设发生了什么，写成 '开工 2026-05-01'；不登记；可写多次" };

    /// <exception cref="CliException">LEDGER_ASSUME.</exception>
    public static IReadOnlyList<(string Kind, DateOnly Day)> Read(IEnumerable<string> texts, LedgerKinds kinds) => [.. texts.Select(t =>
    {
        var parts = t.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var name, var day] && kinds.Find(name) is { } kind && FieldText.Day(day) is { } happened)
        {
            return kind.Fields.Any(f => f.IsRequired)
                ? throw new CliException("LEDGER_ASSUME", $"“{kind.Name}”有必填字段，不能假设。", "可假设的如 开工、竣工、停工、复工、交地。")
                : (kind.English, happened);
        }

        throw new CliException("LEDGER_ASSUME", $"假设“{t}”写法不对。", "写成 '开工 2026-05-01'：种类、空格、日期。");
    })];

    /// <summary>The entries with the assumed ones behind them.</summary>
    public static IReadOnlyList<LedgerEntry> Add(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<(string Kind, DateOnly Day)> assumed)
    {
        var all = entries.ToList();
        foreach (var (kind, day) in assumed)
        {
            var draft = new LedgerDraft(all[0].Subject, kind, day, "假设", new("假设，没有登记"), LedgerPayload.Empty);
            all.Add(LedgerChain.Next(LedgerChain.HeadOf(all[^1]), draft, all[^1].Recorded));
        }

        return all;
    }
}
