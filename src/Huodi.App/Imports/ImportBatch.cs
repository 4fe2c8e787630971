using Huodi.Domain.Districts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.App.Imports;

/// <summary>Everything one file brought, read and checked, ready to be saved in one transaction.</summary>
public sealed record ImportBatch
{
    /// <summary>Name of the file, without a folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public required string FileHash { get; init; }

    /// <summary>What it was read as: <c>supply-results</c>, <c>districts</c>, <c>parcels</c>.</summary>
    public required string Layer { get; init; }

    /// <summary>Moment of the import, UTC.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Header cells of a table, for exporting refused rows; empty for other files.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>Districts read.</summary>
    public IReadOnlyList<District> Districts { get; init; } = [];

    /// <summary>Parcels read.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];

    /// <summary>Grants read.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Cells of the rows that are kept, by line, so that a row which the store refuses can be exported too; may be empty.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> KeptCells { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>Rows not kept.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>Diagnostics of rows that are kept, and of the file.</summary>
    public IReadOnlyList<ImportDiagnostic> Warnings { get; init; } = [];
}
