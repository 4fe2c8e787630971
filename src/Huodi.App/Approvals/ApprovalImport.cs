using Huodi.Domain.Approvals;

namespace Huodi.App.Approvals;

/// <summary>Batches that one file brought, read and checked.</summary>
/// <param name="File">Its name, without a folder.</param>
/// <param name="Hash">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="ImportedAt">Moment of the import, UTC.</param>
/// <param name="Batches">The batches.</param>
public sealed record ApprovalImport(string File, string Hash, DateTimeOffset ImportedAt, IReadOnlyList<ApprovalBatch> Batches);
