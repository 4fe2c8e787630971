namespace Huodi.Domain.Facts;

/// <summary>What a fact or a verdict is about.</summary>
public enum SubjectKind
{
    /// <summary>宗地.</summary>
    Parcel,

    /// <summary>供地结果（合同或划拨决定书）.</summary>
    Grant,
}
