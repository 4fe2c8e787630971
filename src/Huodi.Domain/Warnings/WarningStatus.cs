namespace Huodi.Domain.Warnings;

/// <summary>Where a warning stands. The first three are open; the last three are set by a run, never by a person.</summary>
public enum WarningStatus
{
    /// <summary>待处理: given, nobody has acknowledged it.</summary>
    Given,

    /// <summary>已签收.</summary>
    Acknowledged,

    /// <summary>已转办: handed to another office or person.</summary>
    Delegated,

    /// <summary>已办结: closed by a person with evidence.</summary>
    Closed,

    /// <summary>已办: the ledger shows that the matter is done.</summary>
    Done,

    /// <summary>失效: the last day moved, or the deadline no longer runs.</summary>
    Void,

    /// <summary>接替: the next warning of the same deadline took its place.</summary>
    Superseded,
}
