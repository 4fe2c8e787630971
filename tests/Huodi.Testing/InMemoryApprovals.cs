using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;

namespace Huodi.Testing;

/// <summary>The approval port's semantics in a dictionary.</summary>
internal sealed class InMemoryApprovals : IApprovalStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ApprovalBatch> _batches = new(StringComparer.Ordinal);

    public Task<ImportReport> SaveAsync(ApprovalImport import, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var known = import.Batches.Where(b => _batches.ContainsKey(b.Number)).Select(b => (Batch: b, Differences: ContentDifference.Of(_batches[b.Number], b))).ToList();
            var refused = import.Refused.Concat(known.Where(k => k.Differences.Count > 0)
                .Select(k => IdentityConflict.Refuse($"批次“{k.Batch.Number}”", k.Batch.Facts, k.Differences, _ => [k.Batch.Number, k.Batch.Name]))).ToList();
            foreach (var batch in import.Batches) _ = _batches.TryAdd(batch.Number, batch);
            return Task.FromResult(new ImportReport(
                0, import.File, ApprovalImport.Layer, import.ImportedAt, import.Batches.Count - known.Count, known.Count(k => k.Differences.Count == 0), refused, import.Warnings)
            {
                RefusedCount = refused.Count,
                WarningCount = import.Warnings.Count,
                Findings = [],
            });
        }
    }

    public IAsyncEnumerable<ApprovalBatch> BatchesAsync(DivisionCode region, CancellationToken cancellation)
    {
        lock (_gate) return _batches.Values.Where(b => region.Contains(b.Division)).ToList().ToAsyncEnumerable();
    }
}
