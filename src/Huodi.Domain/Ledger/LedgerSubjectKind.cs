namespace Huodi.Domain.Ledger;

/// <summary>What a ledger is kept about.</summary>
public enum LedgerSubjectKind
{
    /// <summary>宗地.</summary>
    Parcel,

    /// <summary>供地结果（合同或者划拨决定书）.</summary>
    Grant,

    /// <summary>项目: known from 招商 on, before there is land.</summary>
    Project,
}
