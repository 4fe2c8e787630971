using System.Text.Json.Nodes;
using Huodi.App.Ledger.Clocks;
using Huodi.App.Ledger.States;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Policies.Explaining;

namespace Huodi.Web.Ledger;

/// <summary>What the ledger's figures are called on pages.</summary>
internal static class LedgerWords
{
    /// <summary>The name of a kind that entries carry.</summary>
    public static string Kind(string english, LedgerKinds kinds) =>
        english == EffectiveEntries.Withdrawal ? "撤回" : kinds.Find(english)?.Name ?? english;

    /// <summary>The fields of an entry in the order of its form; what the kind does not declare any more comes last.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> Fields(LedgerDraft draft, LedgerKind? kind)
    {
        var order = (kind?.Fields ?? []).OrderByDescending(f => f.IsRequired).Select(f => f.Name).ToList();
        return draft.Payload.Fields().Select(f => (f.Key, f.Value)).OrderBy(f => order.IndexOf(f.Key) is var at and >= 0 ? at : order.Count);
    }

    /// <summary>A state in one line.</summary>
    public static string State(DerivedState? state) => state switch
    {
        null => "没有登记",
        { Candidates.Count: > 0 } => $"不明（可能是{string.Join("、", state.Candidates)}）",
        { Holds: true } => state.Name,
        { Holds: false } => $"不是{state.Name}",
        _ => $"不明{(state.Missing.Count > 0 ? $"，缺{string.Join("、", state.Missing)}" : "")}",
    };

    /// <summary>A deadline in one line.</summary>
    public static string Clock(ClockReading? clock)
    {
        if (clock is null) return "不起算";
        var due = clock.Due is { } day ? $"末日 {Figures.Day(day)}" : "末日不明";
        var done = clock.Done is { } on ? $"，{Figures.Day(on)}办结" : "";
        return $"{due}，{clock.Status}{done}{Left(clock)}";
    }

    /// <summary>Days left or passed; empty when there is nothing to count.</summary>
    public static string Left(ClockReading clock) => clock.DaysLeft switch
    {
        > 0 => $"，还有 {clock.DaysLeft} 天",
        < 0 => $"，已过 {-clock.DaysLeft} 天",
        _ => "",
    };

    /// <summary>Class of the mark of a deadline's status.</summary>
    public static string Mark(ClockReading clock) => clock.Status switch
    {
        "逾期" or "逾期已办" => "mark-bad",
        "今日到期" or "预警" => "mark-wait",
        "已办" => "mark-good",
        "不明" => "mark-off",
        _ => "mark-plain",
    };
}
