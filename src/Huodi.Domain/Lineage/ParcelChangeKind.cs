namespace Huodi.Domain.Lineage;

/// <summary>How parcels become other parcels.</summary>
public enum ParcelChangeKind
{
    /// <summary>分割: one parcel becomes several.</summary>
    Split,

    /// <summary>合并: several parcels become one.</summary>
    Merge,

    /// <summary>界址变更: the boundary of one parcel, or between neighbours, is drawn anew.</summary>
    Reshape,
}
