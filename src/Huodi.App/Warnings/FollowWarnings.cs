using Huodi.App.Ledger.Clocks;
using Huodi.Domain.Warnings;
using Huodi.Policies.Ledger;

namespace Huodi.App.Warnings;

/// <summary>What becomes on a day of a warning that is open: it stands, is escalated, or ends because the ledger says so.</summary>
/// <param name="rules">The declared escalations.</param>
/// <param name="day">The day of the run.</param>
/// <param name="by">The run's name.</param>
public sealed class FollowWarnings(WarningRules rules, DateOnly day, string by)
{
    /// <summary>How it ends, and why; null when it still stands.</summary>
    /// <param name="warning">An open warning.</param>
    /// <param name="now">What its clock shows now, or null where it runs no longer.</param>
    public static (WarningAction Action, string Reason)? End(Warning warning, ClockReading? now)
    {
        var identity = warning.Notice.Identity;
        if (now is null) return (WarningAction.Void, "这个时限不再适用：起算的事实已撤回、对象已退出，或者政策有变");
        if (now.Status is "已办" or "逾期已办") return (WarningAction.Done, now.Done is { } done ? $"台账记明 {done:yyyy-MM-dd} 已办" : "台账记明已办");
        if (GiveWarnings.Term(now) != identity.Term) return (WarningAction.Void, Moved(warning, now));
        return GiveWarnings.Level(now) switch
        {
            var level when level == identity.Level => null,
            null => (WarningAction.Void, "预警点有变，现在不在预警期内"),
            var level => (WarningAction.Supersede, $"已到“{level}”，由新的预警接替"),
        };
    }

    /// <summary>The escalation that is due, or null.</summary>
    public WarningAct? Escalation(Warning warning)
    {
        foreach (var rule in rules.Escalations)
        {
            if (rule.Days is not { } days || (rule.Levels.Count > 0 && !rule.Levels.Contains(warning.Notice.Identity.Level))) continue;
            if (Since(rule.Condition, warning) is not { } since || day < since.AddDays(days) || Superior(warning) is not { } superior) continue;
            return WarningAct.Escalate(by, superior, $"{rule.Name}：自 {since:yyyy-MM-dd} 起满 {days} 天{(rule.Condition == WarningCondition.NotAcknowledged ? "没有签收" : "没有办结")}");
        }

        return null;
    }

    private static string Moved(Warning warning, ClockReading now) => (warning.Notice.Due, now.Due) switch
    {
        ({ } was, { } due) => $"最后一日由 {was:yyyy-MM-dd} 改为 {due:yyyy-MM-dd}",
        ({ } was, null) => $"最后一日原为 {was:yyyy-MM-dd}，现在算不出来{(now.Missing.Count > 0 ? $"，缺{string.Join('、', now.Missing)}" : "")}",
        (null, { } due) => $"所缺事实已补，最后一日为 {due:yyyy-MM-dd}",
        _ => now.Missing.Count > 0 ? $"所缺事实有变，现在缺{string.Join('、', now.Missing)}" : "不再缺事实，条文不适用",
    };

    private static DateOnly? Since(WarningCondition condition, Warning warning) => condition switch
    {
        WarningCondition.NotAcknowledged => warning.Status == WarningStatus.Given ? warning.Since : null,
        _ => warning.Notice.Due is { } due ? (due > warning.Since ? due : warning.Since) : null,
    };

    private string? Superior(Warning warning)
    {
        var superior = rules.Superiors.GetValueOrDefault(warning.Office)
            // An office that a person chose may have none named; the responsible one's then counts.
            ?? (warning.Status == WarningStatus.Delegated ? rules.Superiors.GetValueOrDefault(warning.Notice.Responsible) : null);
        return superior == warning.Office ? null : superior;
    }
}
