namespace Huodi.Policies.Registers;

/// <summary>A register as <c>policies/registers/*.yaml</c> declares it.</summary>
public sealed record RegisterDefinition
{
    /// <summary>编号, for commands and addresses: <c>low-efficiency</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese name, for example 低效用地.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, and what it is not.</summary>
    public required string Note { get; init; }

    /// <summary>Articles it rests on.</summary>
    public required IReadOnlyList<RegisterBasis> Basis { get; init; }

    /// <summary>Whether what is left of approved batches stands in it.</summary>
    public bool HoldsRemainders { get; init; }

    /// <summary>Facts any of which, once known, says that a parcel of a batch was supplied.</summary>
    public IReadOnlyList<string> SuppliedFacts { get; init; } = [];

    /// <summary>Whether it lists small pieces of remainders instead of whole ones.</summary>
    public bool IsOfPieces { get; init; }

    /// <summary>Largest piece of a remainder, in ㎡, that is listed as an odd lot; null where nobody has set one, and then none is listed.</summary>
    public decimal? LargestPiece { get; init; }

    /// <summary>Columns in their order.</summary>
    public required IReadOnlyList<RegisterColumn> Columns { get; init; }

    /// <summary>What makes land a candidate.</summary>
    public required IReadOnlyList<RegisterRule> Suspected { get; init; }

    /// <summary>Recorded facts by which land stands in it as found.</summary>
    public required IReadOnlyList<RegisterRule> Entered { get; init; }

    /// <summary>How entries are divided.</summary>
    public required IReadOnlyList<RegisterCategory> Categories { get; init; }

    /// <summary>Facts without which an entry is incomplete.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>The file, below the policies folder.</summary>
    public required string File { get; init; }
}
