using Huodi.App.Imports;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Geodesy.Placement;
using Huodi.Formats.Files;
using Huodi.Formats.Sources;
using NetTopologySuite.Geometries;

namespace Huodi.Formats.Imports;

/// <summary>
/// The coordinate system a source is read in: what the user says, else the mapping, else the file; and a sample of its shapes must fall
/// where they can be. A likely mistake stops the import with its correction.
/// </summary>
public sealed class SourcePlacement
{
    private const int SampleRows = 512;
    private readonly CoordinateSystem _system;

    private SourcePlacement(CoordinateSystem system, IReadOnlyList<ImportDiagnostic> warnings) => (_system, Warnings) = (system, warnings);

    /// <summary>What is to be told about the system.</summary>
    public IReadOnlyList<ImportDiagnostic> Warnings { get; }

    /// <summary>The system in words.</summary>
    public string Name => _system.ToString();

    /// <summary>Its short name, kept with every shape: <c>EPSG:4528</c>.</summary>
    public string Code => _system.Epsg is { } code ? $"EPSG:{code}" : _system.Name;

    /// <summary>Decides.</summary>
    /// <param name="source">The source; a sample of it is read.</param>
    /// <param name="crs">What the user or the mapping says, or null.</param>
    /// <param name="extent">Where shapes may lie.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="FileRefusedException">GEO_CRS_…, PLACE_…: the system is not known, needs parameters, or does not fit.</exception>
    public static SourcePlacement Decide(IFeatureSource source, string? crs, KnownExtent extent, CancellationToken cancellation)
    {
        var stated = crs is null ? source.Reference.Understood() : StatedCoordinateSystem.Read(crs);
        if (crs is not null && stated.System is null && stated.Refusal is null) throw new FileRefusedException("GEO_CRS_UNKNOWN", $"不认识坐标系“{crs}”。", "写作 EPSG 代码，例如 EPSG:4528。");
        if (stated.Refusal is { } refusal) throw Refused(refusal);
        var sample = source.Sample(SampleRows, cancellation).Select(f => f.Shape?.Coordinate).OfType<Coordinate>().Select(c => (c.X, c.Y)).ToList();
        var verdict = PlacementJudge.Judge(stated, sample, extent);
        if (verdict.Problem is { } problem) throw Refused(problem);
        var system = verdict.System ?? throw new FileRefusedException("GEO_CRS_UNKNOWN", "文件没有写明坐标系，也判断不出是哪一个。", "用 --crs 写明，例如 --crs EPSG:4528。");
        return new(system, [.. Told(source, crs, system, verdict)]);
    }

    /// <summary>The shape in EPSG:4490.</summary>
    public Geometry Convert(Geometry shape) => _system.Form == CoordinateForm.Degrees ? shape : _system.ToCgcs2000(shape);

    private static IEnumerable<ImportDiagnostic> Told(IFeatureSource source, string? crs, CoordinateSystem system, PlacementVerdict verdict)
    {
        if (crs is not null)
        {
            var own = source.Reference.Understood().System;
            if (own is not null && own != system) yield return Warning("GEO_CRS_OVERRIDDEN", $"文件写明的坐标系是{own}，按指定的{system}读取。", "核对 --crs 是否写对。");
        }
        else if (source.Reference is { Epsg: CoordinateSystemCodes.Wgs84, Wkt: null, Stated: "" })
        {
            yield return Warning("GEO_CRS_UNSTATED", "文件没有写明坐标系，按 GeoJSON 的规定视为 WGS 84 经纬度，未作转换即作为 CGCS2000（EPSG:4490）。", "向提供者核实坐标系；网络地图的 GCJ-02 坐标会偏移数百米，不可直接使用。");
            yield break;
        }
        else if (verdict.Outcome == PlacementOutcome.Inferred)
        {
            yield return Warning("GEO_CRS_INFERRED", $"文件没有写明坐标系，由图形的位置推断为{system}。", "向提供者核实；不对的，用 --crs 写明后重新导入。");
        }

        if (system.Note is { } note) yield return Warning("GEO_CRS_WGS84", $"坐标系是{system}。{note}", "要求厘米级精度的，请用 CGCS2000 成果重新导出。");
    }

    private static FileRefusedException Refused(CoordinateRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Remedy, 0, "crs");

    private static ImportDiagnostic Warning(string code, string message, string suggestion) => new(0, "crs", code, ImportSeverity.Warning, message, suggestion);

    private static class CoordinateSystemCodes
    {
        public const int Wgs84 = 4326;
    }
}
