using Huodi.Domain.Lineage;

namespace Huodi.Policies.Lineage;

/// <summary>What a split, merge or change of boundary is held to, and which facts carry over: <c>policies/parcel-changes.yaml</c>.</summary>
public sealed record ParcelChangeProfile
{
    /// <summary>A folder without a profile: nothing may be changed until somebody sets a tolerance.</summary>
    public static ParcelChangeProfile None { get; } = new()
    {
        Name = "",
        Tolerances = new Dictionary<ParcelChangeKind, AreaTolerance>(),
        RestateUnits = [],
        RestateFacts = [],
    };

    /// <summary>Its name, shown with every refusal.</summary>
    public required string Name { get; init; }

    /// <summary>Tolerance of area by kind of change; a kind that is missing is not allowed.</summary>
    public required IReadOnlyDictionary<ParcelChangeKind, AreaTolerance> Tolerances { get; init; }

    /// <summary>Facts in these units belong to one extent of land and are to be stated anew.</summary>
    public required IReadOnlyList<string> RestateUnits { get; init; }

    /// <summary>Further facts that are to be stated anew.</summary>
    public required IReadOnlyList<string> RestateFacts { get; init; }
}
