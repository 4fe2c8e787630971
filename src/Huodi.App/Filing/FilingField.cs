namespace Huodi.App.Filing;

/// <summary>One field of a delivery schema.</summary>
public sealed record FilingField
{
    /// <summary>Its Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in a Shapefile: at most ten ASCII characters, no two alike.</summary>
    public required string ShortName { get; init; }

    /// <summary>Its type.</summary>
    public required FilingFieldKind Kind { get; init; }

    /// <summary>Bytes of a text in the Shapefile's encoding, or digits of a number with its sign and point.</summary>
    public required int Length { get; init; }

    /// <summary>Decimals of a number.</summary>
    public int Decimals { get; init; }

    /// <summary>Unit in the delivery; empty when it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The dictionary's figure times this is the delivered one; exact.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Name of the fact it comes from; null when it comes from <see cref="Attribute"/>.</summary>
    public string? Fact { get; init; }

    /// <summary>What of the parcel itself it comes from; null when it comes from a fact.</summary>
    public FilingAttribute? Attribute { get; init; }

    /// <summary>Whether a parcel without it is reported.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Values allowed; empty when free.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The article or standard that asks for it, or that none does.</summary>
    public required string Basis { get; init; }
}
