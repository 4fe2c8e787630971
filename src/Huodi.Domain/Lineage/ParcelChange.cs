namespace Huodi.Domain.Lineage;

/// <summary>
/// One split, merge or change of boundary. The parcels before it are retired and stay readable; those after it are new parcels with
/// ids of their own, because a parcel code stands for one boundary (GB/T 37346). It is never changed.
/// </summary>
public sealed record ParcelChange
{
    /// <summary>Number in the store, from 1; 0 while it is not saved.</summary>
    public long Number { get; init; }

    /// <summary>What happened.</summary>
    public required ParcelChangeKind Kind { get; init; }

    /// <summary>Day on which it took effect.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Moment it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>The document it rests on.</summary>
    public required string Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Ids of the parcels that ended, each with its measured area.</summary>
    public required IReadOnlyList<ChangedParcel> Before { get; init; }

    /// <summary>The parcels that began.</summary>
    public required IReadOnlyList<ChangedParcel> After { get; init; }

    /// <summary>Measured area after minus before, in ㎡; within the tolerance of its profile.</summary>
    public decimal Difference => After.Sum(p => p.MeasuredArea.SquareMetres) - Before.Sum(p => p.MeasuredArea.SquareMetres);
}
