using Huodi.App.Approvals;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;

namespace Huodi.Testing;

/// <summary>The approval port's semantics in a dictionary.</summary>
internal sealed class InMemoryApprovals : IApprovalStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ApprovalBatch> _batches = new(StringComparer.Ordinal);

    public Task<ApprovalReport> SaveAsync(ApprovalImport import, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var known = import.Batches.Where(b => _batches.ContainsKey(b.Number)).ToList();
            var unchanged = known.Count(b => ApprovalContent.Same(_batches[b.Number], b));
            var conflicts = known.Where(b => !ApprovalContent.Same(_batches[b.Number], b)).Select(b => b.Number).ToList();
            foreach (var batch in import.Batches) _ = _batches.TryAdd(batch.Number, batch);
            return Task.FromResult(new ApprovalReport(0, import.Batches.Count - known.Count, unchanged, conflicts));
        }
    }

    public IAsyncEnumerable<ApprovalBatch> BatchesAsync(DivisionCode region, CancellationToken cancellation)
    {
        lock (_gate) return _batches.Values.Where(b => region.Contains(b.Division)).ToList().ToAsyncEnumerable();
    }
}
