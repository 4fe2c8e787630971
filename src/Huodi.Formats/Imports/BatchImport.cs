using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Formats.Files;
using Huodi.Formats.Geo;
using Huodi.Formats.Sources;
using Huodi.Formats.SupplyResults;

namespace Huodi.Formats.Imports;

/// <summary>An import whose reader brings a whole file as one batch: supply results, districts.</summary>
internal sealed class BatchImport(string name, string words, Func<ImportJob, CancellationToken, Task<ImportBatch>> read) : ILayerImport
{
    public string Name => name;

    public string Words => words;

    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation)
    {
        var batch = await read(job, cancellation);
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

    /// <summary>Districts from any layer of areas.</summary>
    public static async Task<ImportBatch> DistrictsAsync(ImportJob job, CancellationToken cancellation)
    {
        using var source = FeatureSources.Open(job.Path, job.Source, cancellation);
        var mapping = job.MappingFile is { } file ? MappingChoice.Named(file, DistrictsReader.Layer, source) : null;
        return DistrictsReader.Read(source, await FileHash.OfAsync(source.Parts, cancellation), job.Crs, mapping, Request(job), cancellation);
    }

    /// <summary>Supply results from a CSV or a workbook.</summary>
    public static Task<ImportBatch> SupplyResultsAsync(ImportJob job, CancellationToken cancellation)
    {
        if (job.MappingFile is not null) throw Unused("--map", "供地结果的表头是固定的，没有字段对应表。");
        if (job.Crs is not null) throw Unused("--crs", "供地结果没有图形，没有坐标系。");
        if (Directory.Exists(job.Path)) throw new FileRefusedException("SOURCE_FOLDER", $"{job.File} 是文件夹，不是文件。", "指明文件夹里的一个文件。");
        if (!File.Exists(job.Path)) throw new FileRefusedException("IMPORT_FILE", $"找不到文件 {Path.GetFullPath(job.Path)}。", "检查路径。");
        var outcome = SupplyResultsReader.Read(job.Path, job.Source, Request(job), cancellation);
        if (outcome.IsReadable) return Task.FromResult(outcome.Batch);
        var first = outcome.FileErrors[0];
        throw new FileRefusedException(first.Code, string.Join("；", outcome.FileErrors.Select(e => e.Message)), first.Suggestion, first.Row, first.Column);
    }

    /// <summary>The refusal of an option that this layer cannot obey: it is not passed over in silence.</summary>
    public static FileRefusedException Unused(string option, string why) => new("OPTION_UNUSED", $"{option} 在这里没有作用：{why}", $"去掉 {option} 再导入。");

    private static ImportRequest Request(ImportJob job) => new(job.File, job.ImportedAt, job.Today, job.Districts) { Limits = job.Source.Limits };
}
