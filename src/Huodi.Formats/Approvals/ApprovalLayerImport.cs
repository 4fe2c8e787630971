using Huodi.App.Approvals;
using Huodi.App.Imports;
using Huodi.Formats.Imports;

namespace Huodi.Formats.Approvals;

/// <summary>Approved batches from any source that parcels are read from.</summary>
internal sealed class ApprovalLayerImport : ILayerImport
{
    public string Name => ApprovalImport.Layer;

    public string Words => "用地批次（与宗地相同的各种格式；批准文号、名称、行政区划代码、用地批准日期、批准面积）";

    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation)
    {
        var read = await ApprovalsReader.ReadAsync(job, cancellation);
        if (read.Batches.Count == 0) throw BatchImport.Nothing(job, read.Refused, read.Refused.Count);
        if (!job.IsDryRun) return await (await job.Store(cancellation)).Approvals.SaveAsync(read, cancellation);
        await using var session = new DryRunSession(new(read.File, read.Hash, Name, read.ImportedAt, []));
        session.Count(read.Batches.Count);
        await session.RefuseAsync(read.Refused, cancellation);
        await session.WarnAsync(read.Warnings, cancellation);
        return await session.CommitAsync(cancellation);
    }
}
