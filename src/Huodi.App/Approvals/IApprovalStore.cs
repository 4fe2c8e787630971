using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Approvals;
using Huodi.Domain.Codes;

namespace Huodi.App.Approvals;

/// <summary>Approved batches.</summary>
public interface IApprovalStore
{
    /// <summary>Saves what is new in one transaction, and what was refused. A batch that is there with the same content is counted as
    /// unchanged, one with other content is left as it is and refused (<see cref="IdentityConflict"/>).</summary>
    /// <exception cref="StoreException">The store cannot be written; nothing was kept.</exception>
    Task<ImportReport> SaveAsync(ApprovalImport import, CancellationToken cancellation);

    /// <summary>Batches inside a region, by number.</summary>
    IAsyncEnumerable<ApprovalBatch> BatchesAsync(DivisionCode region, CancellationToken cancellation);
}
