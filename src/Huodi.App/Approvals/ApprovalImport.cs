using Huodi.App.Imports;
using Huodi.Domain.Approvals;

namespace Huodi.App.Approvals;

/// <summary>Batches that one file brought, read and checked.</summary>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Batches">The batches.</param>
public sealed record ApprovalImport(string File, string Hash, DateTimeOffset ImportedAt, IReadOnlyList<ApprovalBatch> Batches)
{
    /// <summary>The layer of the import that batches come with.</summary>
    public const string Layer = "approvals";

    /// <summary>Rows not kept.</summary>
    public IReadOnlyList<RefusedRow> Refused { get; init; } = [];

    /// <summary>Diagnostics of rows that are kept, and of the file.</summary>
    public IReadOnlyList<ImportDiagnostic> Warnings { get; init; } = [];
}
