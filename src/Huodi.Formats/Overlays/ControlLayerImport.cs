using Huodi.App.Imports;
using Huodi.App.Overlays;
using Huodi.Formats.Files;
using Huodi.Formats.Imports;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Overlays;

/// <summary>A control layer from any source of shapes, whole or not at all: a missing polygon of a red line would let parcels pass that lie in it.</summary>
public sealed class ControlLayerImport : ILayerImport
{
    /// <summary>Name after <c>--as</c>.</summary>
    public const string Layer = "control";

    /// <inheritdoc/>
    public string Name => Layer;

    /// <inheritdoc/>
    public string Words => "控制线图层（永久基本农田、生态保护红线、站点等；与宗地相同的各种格式，用 --name 写明名称）";

    /// <inheritdoc/>
    public async Task<ImportReport> RunAsync(ImportJob job, CancellationToken cancellation)
    {
        if (job.MappingFile is not null) throw BatchImport.Unused("--map", "控制线图层只读图形，没有字段对应表。");
        if (job.Control is not { } asked) throw new FileRefusedException("CONTROL_NAME", "没有写明控制线图层的名称。", "用 --name 写明，例如 --name 永久基本农田。");
        using var file = ControlLayerFile.Open(job.Path, job.Source, job.Crs, asked.Metres, job.Districts, cancellation);
        job.Tell($"坐标系：{file.System}");
        var draft = new ControlLayerVersion(0, asked.Name, 0, file.File, file.Hash(), job.ImportedAt, 0, asked.Note);
        var saved = job.IsDryRun
            ? draft with { Shapes = Watched(file, job, cancellation).Count() }
            : await (await job.Store(cancellation)).ControlLayers.SaveAsync(draft, Watched(file, job, cancellation), cancellation);
        IReadOnlyList<ImportDiagnostic> warnings = file.Repaired == 0 ? [] :
        [
            new(0, "geometry", "CONTROL_REPAIRED", ImportSeverity.Warning, $"{file.Repaired} 个图形自相交，已按围成的范围改正。", "请提供者核对。"),
        ];
        return new(saved.Number, saved.File, Name, saved.ImportedAt, saved.Shapes, 0, [], warnings)
        {
            Title = job.IsDryRun ? asked.Name : $"{saved}",
            RefusedCount = 0,
            WarningCount = warnings.Count,
            Findings = [.. warnings.Select(w => new FindingCount(w.Code, w.Severity, 1))],
        };
    }

    private static IEnumerable<Geometry> Watched(ControlLayerFile file, ImportJob job, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var shape in file.Shapes(cancellation))
        {
            yield return shape;
            job.Progress(new(++done, file.Count));
        }
    }
}
