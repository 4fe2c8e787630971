using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Formats.Files;

namespace Huodi.Formats.Imports;

/// <summary>An import whose reader brings a whole file as one batch: supply results, districts.</summary>
internal sealed class BatchImport(string name, string words, Func<Stream, ImportRequest, ImportOutcome> read) : ILayerImport
{
    public string Name => name;

    public string Words => words;

    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation)
    {
        var batch = Read(job);
        if (batch.Districts.Count + batch.Parcels.Count + batch.Grants.Count == 0) throw Nothing(job, batch.Refused, batch.Refused.Count);
        if (job.IsDryRun)
        {
            await using var session = new DryRunSession(new(batch.File, batch.FileHash, batch.Layer, batch.ImportedAt, batch.Header));
            await session.AddAsync(batch.Districts, cancellation);
            await session.AddAsync(batch.Grants, null, cancellation);
            await session.RefuseAsync(batch.Refused, cancellation);
            await session.WarnAsync(batch.Warnings, cancellation);
            return await session.CommitAsync(cancellation);
        }

        return await (await job.Store(cancellation)).SaveAsync(batch, cancellation);
    }

    /// <summary>The refusal of a file of which no row is good: nothing is stored, and every reason is told.</summary>
    public static FileRefusedException Nothing(ImportJob job, IEnumerable<RefusedRow> refused, long count)
    {
        foreach (var one in refused.SelectMany(r => r.Diagnostics).Where(d => d.Severity == ImportSeverity.Error))
            job.Tell($"  拒收　第 {one.Row} 行{(one.Column.Length > 0 ? $"“{one.Column}”" : "")}　{one.Code}：{one.Message}　建议：{one.Suggestion}");
        return new("IMPORT_NOTHING", $"{job.File} 没有一行可以入库（{count} 行全部拒收），地库没有改动。", "按上面每行的建议改正后再导入；也请核对 --as 是否选对。");
    }

    private ImportBatch Read(ImportJob job)
    {
        if (Directory.Exists(job.Path)) throw new FileRefusedException("SOURCE_FOLDER", $"{job.File} 是文件夹，不是文件。", "指明文件夹里的一个文件。");
        if (!File.Exists(job.Path)) throw new FileRefusedException("IMPORT_FILE", $"找不到文件 {Path.GetFullPath(job.Path)}。", "检查路径。");
        using var content = File.OpenRead(job.Path);
        var outcome = read(content, new(job.File, job.ImportedAt, job.Today, job.Districts) { Limits = job.Source.Limits });
        if (outcome.IsReadable) return outcome.Batch;
        var first = outcome.FileErrors[0];
        throw new FileRefusedException(first.Code, string.Join("；", outcome.FileErrors.Select(e => e.Message)), first.Suggestion, first.Row, first.Column);
    }
}
