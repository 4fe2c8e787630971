namespace Huodi.Domain.Registers;

/// <summary>What an entry of a register is about.</summary>
public enum RegisterSubject
{
    /// <summary>宗地.</summary>
    Parcel,

    /// <summary>供地结果 on no drawn parcel: it has facts and no shape.</summary>
    Grant,

    /// <summary>批次: what is left of an approved batch after its supplied parcels.</summary>
    ApprovalBatch,
}
