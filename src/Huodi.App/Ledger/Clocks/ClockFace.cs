using Huodi.Domain.Clocks;
using Huodi.Policies.Ledger;

namespace Huodi.App.Ledger.Clocks;

/// <summary>What a clock shows once its last day and what was done are known: the one place where status and warning are told.</summary>
public static class ClockFace
{
    /// <summary>Status of a clock whose last day cannot be known.</summary>
    public const string Unknown = "不明";

    /// <summary>Status of a clock whose article does not govern the day: a draft, or a law before its first day.</summary>
    public const string NotInForce = "不在施行期";

    /// <summary>Reads one clock.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="last">Its last day.</param>
    /// <param name="isDone">Whether it is done.</param>
    /// <param name="done">The day on which it was done, or null.</param>
    /// <param name="asOf">The day of the question.</param>
    /// <param name="stage">Of a clock for each stage, the 期次.</param>
    public static ClockReading Read(ClockRule rule, LastDay last, bool isDone, DateOnly? done, DateOnly asOf, string? stage = null)
    {
        var left = last.Day?.DayNumber - asOf.DayNumber;
        var warning = isDone || last.Day is not { } day || day <= asOf ? "" : Warning(rule, day, asOf);
        var status = (isDone, left) switch
        {
            (true, _) => done > last.Day ? "逾期已办" : "已办",
            (_, null) => last.InForce ? Unknown : NotInForce,
            (_, < 0) => "逾期",
            (_, 0) => "今日到期",
            _ => warning.Length > 0 ? "预警" : "未到期",
        };
        return new(stage is null ? rule.Id : $"{rule.Id}/{stage}", stage is null ? rule.Name : $"{rule.Name}：{stage}", last.Day, done, status, isDone ? null : left, warning, last.Missing, rule.Office, rule.Articles, last.Note);
    }

    private static string Warning(ClockRule rule, DateOnly due, DateOnly asOf)
    {
        for (var i = rule.WarningDays.Count - 1; i >= 0; i--)
        {
            if (asOf >= due.AddDays(-rule.WarningDays[i])) return $"提前{rule.WarningDays[i]}日";
        }

        for (var i = rule.WarningMonths.Count - 1; i >= 0; i--)
        {
            if (asOf >= LegalPeriod.AddMonths(due, -rule.WarningMonths[i])) return $"提前{rule.WarningMonths[i]}个月";
        }

        return "";
    }
}
