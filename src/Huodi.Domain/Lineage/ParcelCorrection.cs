using System.Text.Json.Nodes;

namespace Huodi.Domain.Lineage;

/// <summary>One fact of a parcel that was recorded wrongly, put right with a reason. What stood there before stays readable here.</summary>
public sealed record ParcelCorrection
{
    /// <summary>Number in the store, from 1; 0 while it is not saved.</summary>
    public long Number { get; init; }

    /// <summary>The parcel.</summary>
    public required string Parcel { get; init; }

    /// <summary>Name of the fact.</summary>
    public required string Fact { get; init; }

    /// <summary>The value before; null when it was unknown.</summary>
    public required JsonNode? Before { get; init; }

    /// <summary>The value from now on; null when it turned out to be unknown.</summary>
    public required JsonNode? After { get; init; }

    /// <summary>Day of the correction.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Moment it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>The document it rests on.</summary>
    public required string Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
