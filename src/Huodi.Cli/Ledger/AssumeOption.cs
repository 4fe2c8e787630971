using System.CommandLine;
using Huodi.App.Ledger;
using Huodi.App.Ledger.Readings;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Cli.Ledger;

/// <summary><c>--assume '开工 2026-05-01'</c>: an entry that is thought of and never recorded.</summary>
internal static class AssumeOption
{
    public static Option<string[]> Create() => new("--assume") { Description = "假设发生了什么，写成 '开工 2026-05-01'；不登记；可写多次" };

    /// <exception cref="CliException">LEDGER_ASSUME.</exception>
    public static IReadOnlyList<(LedgerKind Kind, DateOnly Day)> Read(IEnumerable<string> texts, LedgerKinds kinds) => [.. texts.Select(t =>
    {
        var parts = t.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var name, var day] && kinds.Find(name) is { } kind && FieldText.Day(day) is { } happened)
        {
            return !Assumption.CanBeAssumed(kind)
                ? throw new CliException("LEDGER_ASSUME", $"“{kind.Name}”有必填字段，不能假设。", "可假设的如 开工、竣工、停工、复工、交地。")
                : (kind, happened);
        }

        throw new CliException("LEDGER_ASSUME", $"假设“{t}”写法不对。", "写成 '开工 2026-05-01'：种类、空格、日期。");
    })];

    /// <summary>The entries with the assumed ones behind them.</summary>
    public static IReadOnlyList<LedgerEntry> Add(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<(LedgerKind Kind, DateOnly Day)> assumed) =>
        Assumption.Add(entries, assumed.Select(a => Assumption.Draft(entries[0].Subject, a.Kind, a.Day)), entries[0].Recorded);
}
