namespace Huodi.Domain.Warnings;

/// <summary>待处理 → 已签收 → 已转办 → 已办结, and what a run does beside it.</summary>
public static class WarningLife
{
    /// <summary>Where a warning stands after an act.</summary>
    public static WarningStatus After(WarningAction action) => action switch
    {
        WarningAction.Acknowledge => WarningStatus.Acknowledged,
        WarningAction.Delegate => WarningStatus.Delegated,
        WarningAction.Close => WarningStatus.Closed,
        WarningAction.Done => WarningStatus.Done,
        WarningAction.Void => WarningStatus.Void,
        WarningAction.Supersede => WarningStatus.Superseded,
        _ => WarningStatus.Given,
    };

    /// <summary>The warning after a person acted on it.</summary>
    /// <exception cref="DomainException">WARNING_CLOSED: nothing is left to be done about it. WARNING_ACKNOWLEDGED: somebody has it.</exception>
    public static Warning Next(Warning warning, WarningAct act)
    {
        if (!warning.IsOpen) throw new DomainException("WARNING_CLOSED", $"第 {warning.Number} 号预警{Chinese(warning.Status)}，不能再办。请看它的经过。");
        if (act.Action == WarningAction.Acknowledge && warning.Status == WarningStatus.Acknowledged)
            throw new DomainException("WARNING_ACKNOWLEDGED", $"第 {warning.Number} 号预警已由 {warning.Person} 签收，不必再签。要换人办，请转办。");
        return warning with
        {
            Status = After(act.Action),
            Version = warning.Version + 1,
            Office = act.Office.Length > 0 ? act.Office : warning.Office,
            Person = act.Action is WarningAction.Acknowledge or WarningAction.Delegate ? act.Person : warning.Person,
        };
    }

    /// <summary>The status for people.</summary>
    public static string Chinese(WarningStatus status) => status switch
    {
        WarningStatus.Given => "待处理",
        WarningStatus.Acknowledged => "已签收",
        WarningStatus.Delegated => "已转办",
        WarningStatus.Closed => "已办结",
        WarningStatus.Done => "已办",
        WarningStatus.Void => "失效",
        _ => "接替",
    };

    /// <summary>The act for people.</summary>
    public static string Chinese(WarningAction action) => action switch
    {
        WarningAction.Acknowledge => "签收",
        WarningAction.Delegate => "转办",
        WarningAction.Close => "办结",
        WarningAction.Escalate => "升级",
        WarningAction.Reopen => "恢复",
        _ => Chinese(After(action)),
    };
}
