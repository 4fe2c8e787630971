namespace Huodi.App.Approvals;

/// <summary>What became of an import of batches.</summary>
/// <param name="Batch">Number of the import in the store.</param>
/// <param name="Added">Batches new to the store.</param>
/// <param name="Unchanged">Batches that were there with the same content.</param>
/// <param name="Conflicts">批准文号 that the store holds with other content; left as they are.</param>
public sealed record ApprovalReport(long Batch, int Added, int Unchanged, IReadOnlyList<string> Conflicts);
