namespace Huodi.Domain.Warnings;

/// <summary>What can happen to a warning after it was given.</summary>
public enum WarningAction
{
    /// <summary>签收.</summary>
    Acknowledge,

    /// <summary>转办.</summary>
    Delegate,

    /// <summary>办结, with evidence.</summary>
    Close,

    /// <summary>升级 to a higher office; by a run.</summary>
    Escalate,

    /// <summary>The ledger shows that it is done; by a run.</summary>
    Done,

    /// <summary>失效; by a run.</summary>
    Void,

    /// <summary>接替; by a run.</summary>
    Supersede,

    /// <summary>恢复: what a run had closed stands again, because the entry that closed it was corrected; by a run.</summary>
    Reopen,
}
