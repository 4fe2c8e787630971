using Huodi.App.Imports;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Formats.Files;
using Huodi.Formats.Mappings;
using Huodi.Formats.Sources;

namespace Huodi.Formats.Imports;

/// <summary>
/// Parcels from any source: its columns are mapped to facts, its coordinates judged and converted, every shape checked and measured, and
/// what is good is stored in one transaction, piece by piece in the order of the file.
/// </summary>
public sealed class ParcelImport : ILayerImport
{
    private const int RowsUntilShapes = 1000;

    /// <inheritdoc/>
    public string Name => "parcels";

    /// <inheritdoc/>
    public string Words => $"宗地（{FeatureSources.Words}）";

    /// <inheritdoc/>
    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation)
    {
        using var source = FeatureSources.Open(job.Path, job.Source, cancellation);
        return await RunAsync(job, source, cancellation);
    }

    /// <summary>Imports an opened source.</summary>
    /// <exception cref="FileRefusedException">The source as a whole cannot be taken; the store is unchanged.</exception>
    public async Task<ImportReport> RunAsync(ImportJob job, IFeatureSource source, CancellationToken cancellation)
    {
        RefuseWithoutAreas(source, cancellation);
        var hash = FileHash.OfAsync(source.Parts, cancellation);
        var chosen = MappingChoice.Choose(job, Name, source);
        foreach (var line in chosen.Lines) job.Tell(line);
        var facts = new FactCells(chosen.Mapping, source.Columns, job.Dictionary, job.File);
        var extent = KnownExtent.Of(job.Districts);
        var placement = SourcePlacement.Decide(source, job.Crs ?? chosen.Mapping.Crs, extent, cancellation);
        job.Tell($"坐标系：{placement.Name}");
        var rows = new ParcelRows(chosen.Mapping, source, facts, placement, extent, job);
        var header = new ImportHeader(job.File, await hash, Name, job.ImportedAt, RefusedCells.Header(source));
        await using var session = job.IsDryRun ? new DryRunSession(header) : await (await job.Store(cancellation)).BeginImportAsync(header, cancellation);
        var writing = new ParcelWriting(session, job, source.Count);
        await OrderedWork.RunAsync(source.Read(cancellation), chunk => chunk.Select(rows.Read).ToList(), chunk => writing.TakeAsync(chunk, cancellation), cancellation);
        if (writing.Good == 0) throw BatchImport.Nothing(job, writing.FirstRefused, writing.Refused);
        await session.WarnAsync([.. placement.Warnings, .. source.Warnings], cancellation);
        var report = await session.CommitAsync(cancellation);
        if (chosen.IsNew && !job.IsDryRun && job.SaveMappingTo is { } path)
        {
            await MappingFile.AddAsync(path, chosen.Mapping, cancellation);
            job.Tell($"字段对应已存到 {path}，可以改正后再次导入。");
        }

        return report;
    }

    /// <summary>A file without a single area among its first rows is no layer of parcels, and saying so once is better than in every row.</summary>
    private static void RefuseWithoutAreas(IFeatureSource source, CancellationToken cancellation)
    {
        if (!source.HasShapes)
        {
            throw new FileRefusedException("SOURCE_NO_SHAPES", $"{source.File} 只有表格，没有图形列，宗地须有界线。", "补上 WKT 列或坐标串列，或导入图形文件；供地结果表请用 --as supply-results。");
        }

        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in source.Read(cancellation).Take(RowsUntilShapes))
        {
            if (row.Shape is null) continue;
            if (row.Shape.Dimension == NetTopologySuite.Geometries.Dimension.Surface || row.Shape is NetTopologySuite.Geometries.LineString { IsClosed: true }) return;
            _ = kinds.Add(row.Shape.GeometryType);
        }

        if (kinds.Count == 0) return;
        throw new FileRefusedException(
            "SOURCE_NO_AREAS", $"{source.File} 里没有面，只有 {string.Join("、", kinds)}；宗地须有界线。", kinds.Contains("Point") ? "一个点（经纬度或 X、Y）不能作为宗地：请提供界址点或宗地图。" : "在 QGIS 中用“线转面”转换后重新导入。");
    }
}
