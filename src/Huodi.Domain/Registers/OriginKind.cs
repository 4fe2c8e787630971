namespace Huodi.Domain.Registers;

/// <summary>What brought an entry into a register.</summary>
public enum OriginKind
{
    /// <summary>An answer of a frozen assessment.</summary>
    Assessment,

    /// <summary>A fact that an import recorded.</summary>
    Recorded,

    /// <summary>A finding made for this register, with its document.</summary>
    Finding,

    /// <summary>An approved batch minus what was supplied of it.</summary>
    Remainder,

    /// <summary>A finding about a parcel that this one came out of. It does not pass on: the land is a candidate.</summary>
    Lineage,
}
